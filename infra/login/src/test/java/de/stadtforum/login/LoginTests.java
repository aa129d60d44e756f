package de.stadtforum.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The provider as the gateway and a department's program speak with it, over HTTP.
class LoginTests {
    private static final String BACK = "http://localhost:1/login/oauth2/code/stadtforum";
    private static final String VERIFIER =
            "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final String DIRECTORY =
            """
            {"people": [
              {"account": "vorsitz", "label": "Vorsitz", "person": "person-1", "roles": [%s]},
              {"account": "neu", "label": "Neues Konto <IHK>", "roles": []}],
             "site": {"id": "gateway", "secret": "gateway-secret", "redirects": ["http://localhost:1/login/oauth2/code/stadtforum"], "afterLogout": ["http://localhost:1/"]},
             "machines": [{"id": "fachverfahren", "secret": "machine-secret", "label": "Fachverfahren", "services": ["session"], "roles": ["department:dez-recht"]}]}
            """;

    @TempDir static Path folder;
    private static ConfigurableApplicationContext login;
    private static URI address;
    private HttpClient browser = browser();

    @BeforeAll
    static void start() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(key)));
        roles("\"chair:vollversammlung\"");
        login =
                new SpringApplicationBuilder(Login.class)
                        .run(
                                "--server.port=0",
                                "--stadtforum.login.issuer=http://localhost:1",
                                "--stadtforum.login.directory=" + folder.resolve("login.json"),
                                "--stadtforum.login.key=" + folder.resolve("key.pem"));
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + login.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        login.close();
    }

    @BeforeEach
    void everybodyAsBefore() throws IOException {
        roles("\"chair:vollversammlung\"");
    }

    @Test
    void theTokenSaysWhoAndForWhom() throws Exception {
        var token = claims(tokens(code(authorize(VERIFIER), "vorsitz")), "access_token");
        assertThat(token.get("sub").asString()).isEqualTo("vorsitz");
        assertThat(token.get("person").asString()).isEqualTo("person-1");
        assertThat(token.get("name").asString()).isEqualTo("Vorsitz");
        assertThat(token.get("roles").toString()).isEqualTo("[\"chair:vollversammlung\"]");
        assertThat(token.get("aud").toString()).isEqualTo("\"stadtforum\"");
        assertThat(token.get("iss").asString()).isEqualTo("http://localhost:1");
        assertThat(token.get("exp").asLong() - token.get("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aRoleThatWasTakenAwayIsGoneFromTheNextToken() throws Exception {
        var first = tokens(code(authorize(VERIFIER), "vorsitz"));
        roles("");
        var next =
                token(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                first.get("refresh_token").asString()),
                        "gateway:gateway-secret");
        assertThat(claims(next, "access_token").get("roles").toString()).isEqualTo("[]");
    }

    @Test
    void withoutProofKeyThereIsNoCode() throws Exception {
        var answer = get(authorize(null));
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .contains("error=invalid_request");
    }

    @Test
    void anotherVerifierGetsNoToken() throws Exception {
        var code = code(authorize(VERIFIER), "vorsitz");
        var answer =
                post(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                BACK,
                                "code_verifier",
                                VERIFIER + "x"),
                        "gateway:gateway-secret");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsSentNowhereElse() throws Exception {
        var answer = get(authorize(VERIFIER).replace("localhost%3A1", "elsewhere.example"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aMachineGetsItsOwnServicesOnly() throws Exception {
        var mine =
                token(
                        Map.of("grant_type", "client_credentials", "scope", "session"),
                        "fachverfahren:machine-secret");
        var claims = claims(mine, "access_token");
        assertThat(claims.get("roles").toString()).isEqualTo("[\"department:dez-recht\"]");
        assertThat(claims.get("scope").toString()).isEqualTo("[\"session\"]");
        var other =
                post(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "scope", "lab"),
                        "fachverfahren:machine-secret");
        assertThat(other.statusCode()).isEqualTo(400);
        var guessed =
                post(
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"),
                        "fachverfahren:guess");
        assertThat(guessed.statusCode()).isEqualTo(401);
    }

    @Test
    void afterTheLogoutOnesNameIsAskedForAgain() throws Exception {
        var tokens = tokens(code(authorize(VERIFIER), "vorsitz"));
        assertThat(get(authorize(VERIFIER)).headers().firstValue("Location").orElse(""))
                .as("still logged in")
                .contains("code=");
        var out =
                get(
                        "/connect/logout?post_logout_redirect_uri="
                                + encoded("http://localhost:1/")
                                + "&id_token_hint="
                                + tokens.get("id_token").asString());
        assertThat(out.headers().firstValue("Location")).contains("http://localhost:1/");
        assertThat(get(authorize(VERIFIER)).headers().firstValue("Location").orElse(""))
                .endsWith("/anmelden");
    }

    @Test
    void theFormOfAnotherTabFromBeforeTheLoginAsksAgain() throws Exception {
        var stale = Map.of("username", "vorsitz", "_csrf", "of-the-other-tab");
        code(authorize(VERIFIER), "vorsitz");
        var answer = post("/anmelden", stale, null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/anmelden?nochmal");
    }

    @Test
    void whoeverComesFromABookmarkIsLedToTheForum() throws Exception {
        var answer = get("/");
        assertThat(answer.headers().firstValue("Location")).contains("http://localhost:1/anmelden");
    }

    @Test
    void peopleAreListedWithWhatTheyMay() throws Exception {
        var page = Jsoup.parse(get("/anmelden").body());
        assertThat(page.select("h2").eachText()).containsExactly("Vorsitz", "Neues Konto <IHK>");
        assertThat(page.text()).contains("Leitet Sitzungen").contains("noch keine Aufgabe");
        assertThat(page.select("script")).isEmpty();
    }

    private static void roles(String roles) throws IOException {
        Files.writeString(folder.resolve("login.json"), DIRECTORY.formatted(roles));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String authorize(String verifier) throws Exception {
        var proof =
                verifier == null
                        ? ""
                        : "&code_challenge_method=S256&code_challenge="
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(
                                                MessageDigest.getInstance("SHA-256")
                                                        .digest(
                                                                verifier.getBytes(
                                                                        StandardCharsets
                                                                                .US_ASCII)));
        return "/oauth2/authorize?response_type=code&client_id=gateway&scope=openid&state=s&redirect_uri="
                + encoded(BACK)
                + proof;
    }

    /// Asks for a code, chooses somebody on the page that comes, and follows.
    private String code(String authorize, String account) throws Exception {
        assertThat(get(authorize).headers().firstValue("Location").orElse(""))
                .endsWith("/anmelden");
        var form = Jsoup.parse(get("/anmelden").body()).select("form:has([value=" + account + "])");
        var fields =
                form.select("input").stream()
                        .collect(Collectors.toMap(each -> each.attr("name"), each -> each.val()));
        var chosen = post("/anmelden", fields, null);
        var back = get(chosen.headers().firstValue("Location").orElseThrow());
        return back.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*[?&]code=", "")
                .replaceFirst("&.*", "");
    }

    private JsonNode tokens(String code) throws Exception {
        return token(
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", BACK,
                        "code_verifier", VERIFIER),
                "gateway:gateway-secret");
    }

    private JsonNode token(Map<String, String> form, String client) throws Exception {
        var answer = post("/oauth2/token", form, client);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode claims(JsonNode tokens, String token) {
        var content = tokens.get(token).asString().split("\\.", -1)[1];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(content));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String client)
            throws Exception {
        var content =
                form.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(content));
        if (client != null)
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(client.getBytes(StandardCharsets.US_ASCII)));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
