package de.stadtforum.documents.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.documents.uploads.Upload.Accepted;
import de.stadtforum.documents.uploads.Upload.Refused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as people send them, and as people send them who mean harm.
class UploadCheckTests {
    private static final UploadCheck ALL =
            new UploadCheck(EnumSet.allOf(FileKind.class), UploadCheck.TEN_MEGABYTES);
    private static final String DOCUMENT =
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    @TempDir Path folder;

    private Upload send(String name, byte[] bytes) throws IOException {
        return ALL.check(Files.write(folder.resolve("upload"), bytes), name);
    }

    private static Upload refused(UploadRule rule) {
        return new Refused(rule);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "rede.pdf, %PDF-1.7, PDF",
        "rede.txt, %PDF-1.4, PDF",
        "liste.csv, 'Name;Ort', CSV",
        "notiz.txt, 'Ein Satz.', TEXT",
        "notiz.pdf, 'Kein PDF.', TEXT"
    })
    void whatAFileIsStandsInItsContent(String name, String content, FileKind kind)
            throws IOException {
        assertThat(send(name, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> {
                            assertThat(accepted.kind()).isEqualTo(kind);
                            assertThat(accepted.name()).endsWith("." + kind.extension);
                        });
    }

    @Test
    void anOfficeFileIsWhatItsContentsSayAndMayNotBringPrograms() throws IOException {
        assertThat(send("brief.docx", zip(Map.of("[Content_Types].xml", DOCUMENT))))
                .isInstanceOfSatisfying(
                        Accepted.class, it -> assertThat(it.kind()).isEqualTo(FileKind.DOCX));
        var withMacros =
                Map.of("[Content_Types].xml", DOCUMENT, "word/vbaProject.bin", "Sub AutoOpen()");
        assertThat(send("brief.docx", zip(withMacros))).isEqualTo(refused(UploadRule.MACROS));
        var saysMacros =
                DOCUMENT.replace(
                        "vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "vnd.ms-word.document.macroEnabled");
        assertThat(send("brief.docx", zip(Map.of("[Content_Types].xml", saysMacros))))
                .isEqualTo(refused(UploadRule.MACROS));
    }

    @Test
    void archivesAreNotLookedInto() throws IOException {
        assertThat(send("akten.zip", zip(Map.of("akte.pdf", "%PDF-1.7"))))
                .isEqualTo(refused(UploadRule.ARCHIVE));
        assertThat(send("akten.pdf", zip(Map.of("akte.pdf", "%PDF-1.7"))))
                .isEqualTo(refused(UploadRule.ARCHIVE));
        assertThat(send("akten.gz", HexFormat.of().parseHex("1f8b0800000000000003")))
                .isEqualTo(refused(UploadRule.ARCHIVE));
        assertThat(send("akten.7z", HexFormat.of().parseHex("377abcaf271c0004")))
                .isEqualTo(refused(UploadRule.ARCHIVE));
    }

    @Test
    void whatUnpacksToFarMoreThanItIsIsRefusedUnpacked() throws IOException {
        var bomb =
                Map.of("[Content_Types].xml", DOCUMENT, "word/document.xml", "0".repeat(9_000_000));
        assertThat(send("brief.docx", zip(bomb))).isEqualTo(refused(UploadRule.BOMB));
    }

    @Test
    void sizesAreLimits() throws IOException {
        assertThat(send("leer.pdf", new byte[0])).isEqualTo(refused(UploadRule.EMPTY));
        var largest = new byte[(int) UploadCheck.TEN_MEGABYTES];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.UTF_8), 0, largest, 0, 8);
        assertThat(send("groß.pdf", largest)).isInstanceOf(Accepted.class);
        assertThat(send("groß.pdf", new byte[largest.length + 1]))
                .isEqualTo(refused(UploadRule.TOO_LARGE));
    }

    @Test
    void whatTheFormDoesNotTakeIsRefused() throws IOException {
        var pictures = new UploadCheck(EnumSet.of(FileKind.JPEG), UploadCheck.TEN_MEGABYTES);
        var file = Files.writeString(folder.resolve("upload"), "%PDF-1.7");
        assertThat(pictures.check(file, "foto.jpg")).isEqualTo(refused(UploadRule.WRONG_KIND));
        assertThat(send("start.exe", HexFormat.of().parseHex("4d5a90000300000004000000ffff0000")))
                .isEqualTo(refused(UploadRule.WRONG_KIND));
        assertThat(send("alt.doc", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(512))))
                .isEqualTo(refused(UploadRule.OLD_OFFICE));
        var heic =
                ByteBuffer.allocate(24)
                        .putInt(24)
                        .put("ftypheic".getBytes(StandardCharsets.US_ASCII));
        assertThat(send("foto.heic", heic.array())).isEqualTo(refused(UploadRule.PHONE_FORMAT));
        assertThat(
                        send(
                                "seite.html",
                                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(UploadRule.WRONG_KIND));
        assertThat(
                        send(
                                "bild.svg",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(refused(UploadRule.WRONG_KIND));
    }

    private static byte[] picture(String format) throws IOException {
        var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var drawing = picture.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, 20, 20);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /// With a place and an orientation, as a phone writes it: held so that what is seen is turned to the right (6).
    private static byte[] fromAPhone() throws IOException {
        var jpeg = picture("jpeg");
        var exif =
                HexFormat.of()
                        .parseHex(
                                "457869660000" // Exif
                                        + "4d4d002a00000008" // big endian, first directory
                                        + "0002"
                                        + "0112000300000001"
                                        + "00060000" // orientation
                                        + "010e000200000010"
                                        + "00000026" // description
                                        + "00000000"
                                        + HexFormat.of()
                                                .formatHex(
                                                        "51.5136N 7.4653E"
                                                                .getBytes(
                                                                        StandardCharsets
                                                                                .US_ASCII)));
        var segment = ByteBuffer.allocate(exif.length + 4).put((byte) 0xff).put((byte) 0xe1);
        segment.putShort((short) (exif.length + 2)).put(exif);
        return ByteBuffer.allocate(jpeg.length + segment.capacity())
                .put(jpeg, 0, 2)
                .put(segment.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void ofAPictureWhatIsSeenStaysAndNothingElse() throws IOException {
        var sent = fromAPhone();
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("51.5136N");
        var kept = (Accepted) send("IMG_0001.JPG", sent);
        assertThat(kept.name()).isEqualTo("IMG_0001.jpg");
        var bytes = Files.readAllBytes(kept.content());
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("51.5136N", "Exif");
        var seen = ImageIO.read(kept.content().toFile());
        assertThat(seen.getWidth()).as("turned as it was held").isEqualTo(20);
        assertThat(seen.getHeight()).isEqualTo(40);
        assertThat(new Color(seen.getRGB(10, 5)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(10, 35)).getRed()).isLessThan(60);
    }

    @Test
    void aWebpBecomesWhatEveryProgramShows() throws IOException {
        // 1 x 1, lossless
        var webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        var kept = (Accepted) send("foto.webp", webp);
        assertThat(kept.name()).matches("foto\\.(png|jpg)");
        assertThat(ImageIO.read(kept.content().toFile())).isNotNull();
    }

    /// The first bytes of a PNG that says it has so many pixels.
    private static byte[] png(int width, int height) {
        var header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.array());
        return ByteBuffer.allocate(33)
                .put(HexFormat.of().parseHex("89504e470d0a1a0a"))
                .putInt(13)
                .put(header.array())
                .putInt((int) sum.getValue())
                .array();
    }

    @Test
    void aPictureWithTooManyPixelsIsNotDecoded() throws IOException {
        assertThat(send("bombe.png", png(50_000, 50_000)))
                .isEqualTo(refused(UploadRule.TOO_MANY_PIXELS));
        assertThat(send("zeile.png", png(40_000_000, 1)))
                .as("one row of it would take 160 MB")
                .isEqualTo(refused(UploadRule.TOO_MANY_PIXELS));
        assertThat(send("kaputt.png", png(100, 100))).isEqualTo(refused(UploadRule.BROKEN));
        try (var left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .as("nothing is left of what was refused")
                    .containsExactly("upload");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "Niederschrift Süd.pdf, Niederschrift Süd.pdf",
                "C:\\Eigene Dateien\\rede.pdf, rede.pdf",
                "../../etc/passwd, passwd.pdf",
                "rechnung.pdf.exe, rechnung.pdf",
                "~rechnung\u202Efdp.exe~, rechnungfdp.pdf",
                "~a\r\nSet-Cookie: x~, aSet-Cookie x.pdf",
                "~...~, datei.pdf",
                "~ ~, datei.pdf",
                "Prof. Dr. Müller, Prof. Dr. Müller.pdf",
                "\u0053u\u0308d.pdf, Süd.pdf"
            })
    void namesAreSafeToShowAndToSaveUnder(String sent, String safe) {
        assertThat(FileName.safe(sent, FileKind.PDF)).isEqualTo(safe);
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(FileName.safe("ä".repeat(3_000) + ".pdf", FileKind.PDF))
                .isEqualTo("ä".repeat(100) + ".pdf");
    }

    /// Four kilobytes that would take 150 MB of memory as they are.
    @Test
    void aLargePictureIsReadInPartAndStaysWhatItShows() throws IOException {
        var large = new BufferedImage(6_000, 6_000, BufferedImage.TYPE_BYTE_BINARY);
        for (var x = 0; x < 3_000; x++) large.setRGB(x, x, Color.WHITE.getRGB());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "png", bytes);
        assertThat(send("plan.png", bytes.toByteArray()))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        it -> {
                            try {
                                var kept = ImageIO.read(it.content().toFile());
                                assertThat(kept.getWidth()).isEqualTo(2_000);
                                assertThat(kept.getRGB(500, 500)).isEqualTo(Color.WHITE.getRGB());
                            } catch (IOException failed) {
                                throw new AssertionError(failed);
                            }
                        });
    }
}
