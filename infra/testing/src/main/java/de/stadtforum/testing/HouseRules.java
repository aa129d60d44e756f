package de.stadtforum.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// How a module is built (house style): each rule has a fixture that breaks it and a test that sees it red.
public final class HouseRules {
    private static final String PLATFORM_CLOCK = "de.stadtforum.messaging.context.PlatformClock";
    private static final List<String> SERVICES =
            List.of("membership", "session", "lab", "reporting", "gateway");

    private HouseRules() {}

    /// All rules for the main classes of a service's package.
    public static void check(String rootPackage) {
        var all = mainClasses(rootPackage);
        check(
                all,
                Stream.concat(
                        everywhere(),
                        Stream.of(plainDomain(all), orderedCollections(all), forms())));
    }

    /// The rules for a module whose trade is the framework: it need not be free of it.
    public static void checkInfrastructure(String rootPackage) {
        check(mainClasses(rootPackage), everywhere());
    }

    /// The rules for a program without handlers of the process: who may what is said by others, and nothing that it decides has a day. Its clock is
    /// the machine's, by which it waits and lets things expire.
    public static void checkWithoutRights(String rootPackage) {
        check(mainClasses(rootPackage), Stream.concat(ofEveryLibrary(), Stream.of(independence())));
    }

    private static Stream<ArchRule> everywhere() {
        return Stream.concat(ofEveryProgram(), Stream.of(rights()));
    }

    private static Stream<ArchRule> ofEveryProgram() {
        return Stream.concat(ofEveryLibrary(), Stream.of(clock(), independence()));
    }

    /// The rules for what several programs share; its clock is the machine's where it waits and leases.
    public static void checkLibrary(String rootPackage) {
        check(mainClasses(rootPackage), ofEveryLibrary());
    }

    private static Stream<ArchRule> ofEveryLibrary() {
        return Stream.of(names(), packages(), nullMarked(), noCycles());
    }

    private static JavaClasses mainClasses(String rootPackage) {
        var all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(rootPackage);
        if (all.isEmpty())
            throw new AssertionError("no classes in " + rootPackage + ": nothing was checked");
        return all;
    }

    private static void check(JavaClasses all, Stream<ArchRule> rules) {
        var broken =
                rules.map(rule -> rule.allowEmptyShould(true).evaluate(all))
                        .filter(result -> result.hasViolation())
                        .map(result -> result.getFailureReport().toString())
                        .collect(Collectors.joining("\n\n"));
        if (!broken.isEmpty()) throw new AssertionError(broken);
    }

    /// The hexagon in one sentence: what is not a Spring bean imports no framework.
    public static ArchRule plainDomain(JavaClasses all) {
        return noClasses()
                .that(Beans.none(all))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "jakarta.servlet..",
                        "org.thymeleaf..")
                .as("what is not a Spring bean imports no framework");
    }

    public static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$](\\w*(Impl|Manager|Helper|Utils?|Dto|DTO)|\\w*[a-z]Base|Base([A-Z]\\w*)?)")
                .as(
                        "a name says what a thing is in the domain: no Impl, Manager, Helper, Util, Dto, Base");
    }

    public static ArchRule packages() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        Stream.of("controller", "service", "repository", "model")
                                .flatMap(layer ->
                                        Stream.of(".." + layer + "..", ".." + layer + "s.."))
                                .map(layer -> layer.replace("repositorys", "repositories"))
                                .toArray(String[]::new))
                .as("packages are named by domain concept, not by layer");
    }

    public static ArchRule clock() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(PLATFORM_CLOCK)
                .should()
                .accessTargetWhere(Accesses.readingTheMachinesClock())
                .as("time comes from the Clock bean");
    }

    /// A service runs, is released and scales alone.
    public static ArchRule independence() {
        return classes()
                .should(
                        new ArchCondition<>("not depend on another service") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                var own = serviceOf(type);
                                if (own.isEmpty()) return;
                                for (var needed : type.getDirectDependenciesFromSelf()) {
                                    var other = serviceOf(needed.getTargetClass());
                                    if (!other.isEmpty() && !other.equals(own))
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        needed, needed.getDescription()));
                                }
                            }
                        })
                .as("a service depends on no other service's code");
    }

    private static String serviceOf(JavaClass type) {
        return SERVICES.stream()
                .filter(service ->
                        (type.getPackageName() + ".").startsWith("de.stadtforum." + service + "."))
                .findFirst()
                .orElse("");
    }

    public static ArchRule nullMarked() {
        return classes()
                .should(
                        new ArchCondition<>(
                                "reside in a package whose package-info is @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                if (!type.getPackage().isAnnotatedWith(NullMarked.class))
                                    events.add(
                                            SimpleConditionEvent.violated(
                                                    type,
                                                    type.getName()
                                                            + " is in a package without @NullMarked package-info"));
                            }
                        })
                .as("every package says what it is for and is @NullMarked");
    }

    /// Who reads a package finds everything it builds upon below it, and nothing that builds upon it.
    public static ArchRule noCycles() {
        return slices().matching("de.stadtforum.(**)")
                .should()
                .beFreeOfCycles()
                .as("no circles between packages");
    }

    /// Each endpoint states who may.
    public static ArchRule rights() {
        return methods()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                .or()
                .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                .should()
                .beAnnotatedWith("de.stadtforum.web.May")
                .orShould()
                .beAnnotatedWith("de.stadtforum.web.Open")
                .as("every handler states who may call it: @May or @Open");
    }

    /// What somebody typed is never lost: a form that is refused comes back on its page.
    public static ArchRule forms() {
        return methods()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.PostMapping")
                .and()
                .areNotAnnotatedWith("org.springframework.web.bind.annotation.ResponseBody")
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .beAnnotatedWith("de.stadtforum.web.FormOn")
                .as("every form says on which page it stands: @FormOn");
    }

    /// The order of `Set.of`, `Map.of`, `HashMap` and their like differs from JVM to JVM, and with it documents, facts and hashes.
    public static ArchRule orderedCollections(JavaClasses all) {
        return noClasses()
                .that(Beans.none(all))
                .should()
                .accessTargetWhere(Accesses.makingAnUnorderedCollection())
                .as("collections in state and facts are ordered");
    }
}
