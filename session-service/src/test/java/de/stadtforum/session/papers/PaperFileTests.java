package de.stadtforum.session.papers;

import static de.stadtforum.session.Client.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.Client;
import de.stadtforum.session.SessionTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A paper's files over HTTP: sent as browsers do, given back whole and in parts, gone when they are removed.
@SessionTest
class PaperFileTests {
    private static final String PAGE = "/vorlagen/mit-dateien";
    private static final String BOUNDARY = "grenze";

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired private AggregateStore<Paper> papers;
    @Autowired private Client client;
    @Autowired private MongoDatabase database;
    @LocalServerPort private int port;

    @BeforeEach
    void propose() {
        for (var id : new String[] {"mit-dateien", "andere"})
            papers.create(
                    id,
                    before ->
                            Paper.propose(
                                    before,
                                    id,
                                    new Paper.Proposed(
                                            "vollversammlung",
                                            "Licht am Hafen",
                                            "v-dateien",
                                            LocalDate.parse("2024-03-05"))));
    }

    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    private static byte[] form(String name, byte[] content) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                .formatted(BOUNDARY, name))
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(String token, String path, String name, byte[] content)
            throws Exception {
        var request =
                at(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(form(name, content)));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> read(String path, String... headers) throws Exception {
        var request = at(path);
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String hrefOf(String name) {
        return client.page(null, PAGE).select("a[href*=/dateien/]").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    @Test
    void nineMegabytesComeBackAsTheyWereSentWholeAndInRangesUnderTheirName() throws Exception {
        var sent = pdf(9 * 1024 * 1024);
        assertThat(send(OFFICE, PAGE + "/dateien", "Pläne für Łódź 😀.pdf", sent).statusCode())
                .isEqualTo(303);
        var path = hrefOf("Pläne für Łódź 😀.pdf");

        var whole = read(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(sent);
        var headers = whole.headers();
        assertThat(headers.firstValue("Content-Type")).contains("application/pdf");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(
                        "filename*=UTF-8''Pl%C3%A4ne%20f%C3%BCr%20%C5%81%C3%B3d%C5%BA%20%F0%9F%98%80.pdf");
        assertThat(headers.firstValue("Content-Security-Policy")).contains("sandbox");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");

        var part = read(path, "Range", "bytes=1000000-1999999");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(sent, 1_000_000, 2_000_000));
        assertThat(part.headers().firstValue("Content-Range"))
                .contains("bytes 1000000-1999999/" + sent.length);
        var end = read(path, "Range", "bytes=-7");
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(sent, sent.length - 7, sent.length));
        for (var odd : new String[] {"bytes=99999999-", "bytes=5-2", "bytes=abc"}) {
            var refused = read(path, "Range", odd);
            assertThat(refused.statusCode()).as(odd).isEqualTo(416);
            assertThat(refused.body()).as(odd).isEmpty();
        }
        var changed = read(path, "Range", "bytes=0-9", "If-Range", "\"x\"");
        assertThat(changed.statusCode()).as("it was another file").isEqualTo(200);
        assertThat(changed.body()).isEqualTo(sent);
        var known = headers.firstValue("ETag").orElseThrow();
        assertThat(read(path, "If-None-Match", known).statusCode()).isEqualTo(304);
    }

    @Test
    void whatIsRefusedIsSaidAtTheFieldAndNothingIsKept() throws Exception {
        var macro = office("word/vbaProject.bin");
        assertRefused("brief.docx", macro, "Makros");
        assertRefused("akten.zip", office("nichts.txt", false), "Archive");
        assertRefused("programm.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}, "Art von Datei");
        assertRefused("leer.pdf", new byte[0], "nicht leer");
        assertThat(database.getCollection("files").countDocuments(Filters.eq("state", "ARRIVING")))
                .isZero();
    }

    private void assertRefused(String name, byte[] content, String words) throws Exception {
        var answer = send(OFFICE, PAGE + "/dateien", name, content);
        assertThat(answer.statusCode()).as(name).isEqualTo(400);
        assertThat(answer.body()).contains(words).contains("id=\"datei-file\"");
        assertThat(client.page(null, PAGE).text()).doesNotContain(name);
    }

    private static byte[] office(String part) throws IOException {
        return office(part, true);
    }

    private static byte[] office(String part, boolean contents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (contents) zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(part));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void moreThanTenMegabytesAreTooMuch() throws Exception {
        var answer = send(OFFICE, PAGE + "/dateien", "gross.pdf", pdf(10 * 1024 * 1024 + 1));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("höchstens 10 MB").contains("id=\"datei-file\"");
        assertThat(send(OFFICE, PAGE + "/dateien", "genau.pdf", pdf(10 * 1024 * 1024)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void onlyTheSecretariatSendsAndNothingOfTheOthersIsRead() throws Exception {
        var file = pdf(2_000_000);
        assertThat(send(null, PAGE + "/dateien", "a.pdf", file).statusCode()).isEqualTo(401);
        assertThat(send(Client.member("p-a"), PAGE + "/dateien", "a.pdf", file).statusCode())
                .isEqualTo(403);
        assertThat(send(OFFICE, "/vorlagen/keine/dateien", "a.pdf", file).statusCode())
                .isEqualTo(404);
        assertThat(send(OFFICE, PAGE + "/entwurf", "a.pdf", file).statusCode())
                .as("no other form takes as much")
                .isEqualTo(413);
    }

    @Test
    void aFileIsOfOnePaperAndGoneWhenItIsRemoved() throws Exception {
        var api = "/api/session/papers/mit-dateien/files";
        var answer = send(OFFICE, api, "../../weg.pdf", pdf(300_000));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = answer.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(read(api + "/" + id).statusCode()).isEqualTo(200);
        assertThat(client.get(null, "/papers/mit-dateien/files").body()).contains("\"weg.pdf\"");
        assertThat(read("/api/session/papers/andere/files/" + id).statusCode()).isEqualTo(404);
        assertThat(read("/vorlagen/andere/dateien/" + id).statusCode()).isEqualTo(404);

        client.form(OFFICE, PAGE + "/dateien/entfernen", "file", id).is(400);
        client.form(OFFICE, PAGE + "/dateien/entfernen", "file", id, "sure", "true").is(303);
        assertThat(read(api + "/" + id).statusCode()).isEqualTo(404);
        assertThat(
                        database.getCollection("files-pieces")
                                .countDocuments(Filters.regex("_id", "^" + id)))
                .isZero();
    }
}
