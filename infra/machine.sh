# What infra/start and infra/verify need of a machine; sourced by both. Finds it, installs it from the distribution's packages
# where that is possible, and else says in one line what to install.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
java_release=25

fail() {
    echo "$*" >&2
    exit 1
}

# need COMMAND NAME APT-PACKAGE DNF-PACKAGE: makes sure that a command is there
need() {
    command -v "$1" > /dev/null && return
    install_package "$2" "$3" "$4"
    command -v "$1" > /dev/null || fail "$2 is missing: install it with your system's packages, then call this again."
}

# install_package NAME APT-PACKAGE DNF-PACKAGE: tries to; as root at once, at a terminal after a question, else not at all
install_package() {
    local name=$1 command
    if command -v apt-get > /dev/null; then
        command="apt-get install -y -q --no-install-recommends $2"
    elif command -v dnf > /dev/null; then
        command="dnf install -y -q $3"
    else
        return 0
    fi
    if [ "$(id -u)" = 0 ]; then
        echo "$name is missing; trying to install it: $command"
        [ -n "${lists_are_new-}" ] || ! command -v apt-get > /dev/null || apt-get update -q > /dev/null || true
        lists_are_new=yes
        DEBIAN_FRONTEND=noninteractive $command > /dev/null || true
    elif [ -t 0 ] && command -v sudo > /dev/null; then
        read -r -p "$name is missing. Install it with 'sudo $command'? [y/N] " answer
        case $answer in [yYjJ]*) sudo $command || true ;; esac
    fi
}

is_jdk() {
    [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$java_release[.\"]" "$1/release" 2> /dev/null
}

# looks where JDKs usually are; sets and exports JAVA_HOME
look_for_jdk() {
    local on_path candidate
    on_path=$(command -v javac) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            export JAVA_HOME=$candidate
            return 0
        fi
    done
    return 1
}

need_jdk() {
    look_for_jdk && return
    install_package "JDK $java_release" "openjdk-$java_release-jdk-headless" "java-$java_release-openjdk-devel"
    look_for_jdk || fail "JDK $java_release is missing: install one (Eclipse Temurin $java_release, for example) and set JAVA_HOME to it, then call this again."
}

need_to_build() {
    need_jdk
    need mvn Maven maven maven
    # only where the pages' styles are fetched by npm
    if [ -f "$root/infra/web/package.json" ]; then need npm "Node with npm" "nodejs npm" "nodejs-npm"; fi
}
