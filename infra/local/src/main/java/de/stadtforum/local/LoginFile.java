package de.stadtforum.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the login reads (`login.json`): the people, the gateway with a secret of this start, the departments' programs with theirs.
///
/// @param secret the gateway's
record LoginFile(Path file, Ports ports, TokenKey key, List<DemoPerson> people, String secret) {
    private static final String GATEWAY = "stadtforum-gateway";

    static LoginFile in(Path data, Ports ports, TokenKey key, List<DemoPerson> people)
            throws IOException {
        var login = new LoginFile(data.resolve("login.json"), ports, key, people, newSecret());
        TokenKey.writeSecret(
                login.file,
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(login.content()));
        return login;
    }

    private Map<String, Object> content() {
        var content = new LinkedHashMap<String, Object>();
        content.put(
                "people",
                people.stream().filter(each -> !each.machine()).map(DemoPerson::entry).toList());
        content.put(
                "site",
                Map.of(
                        "id",
                        GATEWAY,
                        "secret",
                        secret,
                        "redirects",
                        gateways().map(each -> each + "/login/oauth2/code/stadtforum").toList(),
                        "afterLogout",
                        gateways().map(each -> each + "/").toList()));
        content.put(
                "machines",
                people.stream().filter(DemoPerson::machine).map(LoginFile::machine).toList());
        return content;
    }

    private static Map<String, Object> machine(DemoPerson program) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", program.account());
        entry.put("secret", newSecret());
        entry.put("label", program.label());
        entry.put("services", DemoPerson.SERVICES);
        entry.put("roles", program.roles());
        return entry;
    }

    private Stream<String> gateways() {
        return List.of("localhost", "127.0.0.1").stream()
                .map(host -> "http://" + host + ":" + ports.gateway());
    }

    private String issuer() {
        return "http://localhost:" + ports.login();
    }

    Map<String, String> ofTheLogin() {
        return Map.of(
                "STADTFORUM_LOGIN_ISSUER", issuer(),
                "STADTFORUM_LOGIN_DIRECTORY", file.toString(),
                "STADTFORUM_LOGIN_KEY", key.secret().toString());
    }

    Map<String, String> ofTheGateway() {
        return Map.of(
                "STADTFORUM_LOGIN_ISSUER", issuer(),
                "STADTFORUM_LOGIN_CLIENTID", GATEWAY,
                "STADTFORUM_LOGIN_CLIENTSECRET", secret);
    }

    private static String newSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
