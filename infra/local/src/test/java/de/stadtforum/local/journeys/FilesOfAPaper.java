package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.stadtforum.local.journeys.Browsers.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A paper gets its text, on pages alone; what must not come in is refused in words at its field.
final class FilesOfAPaper {
    private static final String PAPER = "/vorlagen/vorlage-licht";
    private static final String NAME = "Vorlage Licht – Anlage 1.pdf";
    private static final int NINE_MEGABYTES = 9 * 1024 * 1024;
    private static final int ELEVEN_MEGABYTES = 11 * 1024 * 1024;

    private final Browsers browsers;

    FilesOfAPaper(Browsers browsers) {
        this.browsers = browsers;
    }

    void nineMegabytesGoInAndOutAndWhatHarmsIsRefusedInWords() throws IOException {
        var desk = browsers.atTheDesk().logsInAs("Geschäftsstelle (Ordnungsamt)");
        desk.opens(PAPER);
        var sent = pdf(NINE_MEGABYTES);
        send(desk.page(), NAME, sent);
        assertThat(desk.page().locator("body").innerText()).contains("Die Datei ist gespeichert.");
        assertThat(desk.reads()).contains(NAME).contains("9,0 MB");

        refused(desk, "Brief.docx", office("word/vbaProject.bin"), "Makros");
        refused(desk, "Akten.zip", office("akte.txt"), "");
        refused(desk, "Foto.png", pngOf(30_000, 30_000), "40 Millionen Bildpunkte");
        refused(desk, "Programm.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}, "Art von Datei");
        desk.opens(PAPER);
        send(desk.page(), "Zu groß.pdf", pdf(ELEVEN_MEGABYTES));
        assertThat(desk.page().locator("body").innerText()).contains("höchstens 10 MB");

        var phone = browsers.onAPhone();
        phone.opens(PAPER);
        var download = phone.page().waitForDownload(() -> phone.page().click("text=" + NAME));
        assertThat(download.suggestedFilename()).isEqualTo(NAME);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(sent);

        desk.opens(PAPER);
        desk.page().click("summary:has-text('Berichtigen')");
        desk.page().check("#datei-weg-sure");
        desk.page().click("form[action$='/dateien/entfernen'] button");
        assertThat(desk.reads()).doesNotContain(NAME);
    }

    private static void refused(Visitor desk, String name, byte[] content, String words) {
        desk.opens(PAPER);
        send(desk.page(), name, content);
        assertThat(desk.page().title()).as(name).startsWith("Fehler:");
        assertThat(desk.page().locator(".kern-error").first().innerText()).as(name).contains(words);
        desk.opens(PAPER);
        assertThat(desk.reads()).doesNotContain(name);
    }

    private static void send(Page page, String name, byte[] content) {
        page.setInputFiles("#datei-file", new FilePayload(name, "application/pdf", content));
        page.click("form[action$='/dateien'] button");
    }

    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    private static byte[] office(String part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// Says that it is so large; nobody decodes it to find out.
    private static byte[] pngOf(int width, int height) {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
