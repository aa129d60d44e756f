package de.stadtforum.documents.making.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.stadtforum.documents.making.Samples;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program opens what is made, where it is there.
class LibreOfficeTests {
    @TempDir Path folder;

    @BeforeEach
    void whereItIsThere() {
        assumeThat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)))
                .as("LibreOffice (soffice) is on this machine")
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }

    @Test
    void aTextIsOpened() throws Exception {
        var file = folder.resolve("text.docx");
        Files.write(file, new WordMaker().of(Samples.everything()));
        assertThat(printed(file))
                .contains("Begrüßung", Samples.GREEK, Samples.CYRILLIC, "Zeile 200", "Schluss");
    }

    @Test
    void slidesAreOpened() throws Exception {
        var file = folder.resolve("slides.pptx");
        Files.write(file, new SlideMaker().of(Samples.slides()));
        assertThat(printed(file)).contains("Halbzeit", "Drei Labs", Samples.GREEK);
    }

    @Test
    void aSheetIsOpened() throws Exception {
        var file = folder.resolve("sheet.xlsx");
        try (var to = Files.newOutputStream(file)) {
            new SheetMaker().write(to, List.of(Samples.sheet()));
        }
        assertThat(printed(file)).contains("Anzahl", "42", "03.05.2026");
    }

    private String printed(Path file) throws IOException, InterruptedException {
        var log = folder.resolve("log").toFile();
        var run =
                new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                folder.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        if (!run.waitFor(120, TimeUnit.SECONDS)) {
            run.destroyForcibly();
            throw new AssertionError("soffice takes longer than two minutes");
        }
        var name = file.getFileName().toString();
        var pdf = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
        assertThat(pdf).as(() -> "soffice said: " + contentOf(log)).exists();
        try (var paper = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private static String contentOf(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
