package de.stadtforum.documents.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A ZIP file as an office program sees it: what its list of contents says it is (ECMA-376, part 2), and whether it brings programs along.
///
/// @param kind null where it is refused
/// @param refused null where it is not
record OfficePackage(@Nullable FileKind kind, @Nullable UploadRule refused) {
    private static final String CONTENTS = "[Content_Types].xml";
    private static final int MOST_PARTS = 5_000;
    private static final int MOST_OF_CONTENTS = 1_000_000;
    private static final long MOST_UNPACKED = 500_000_000;
    private static final int MOST_TIMES = 200;

    /// @throws IOException also where it is damaged
    static OfficePackage of(Path file, long size) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) return refused(UploadRule.BOMB);
            var unpacked = 0L;
            for (var part : Collections.list(zip.entries())) {
                if (isProgram(part)) return refused(UploadRule.MACROS);
                unpacked += Math.max(0, part.getSize());
            }
            var contents = zip.getEntry(CONTENTS);
            if (contents == null) return refused(UploadRule.ARCHIVE);
            if (unpacked > MOST_UNPACKED || unpacked > size * MOST_TIMES)
                return refused(UploadRule.BOMB);
            return of(read(zip, contents));
        }
    }

    private static OfficePackage of(String contents) {
        var said = contents.toLowerCase(Locale.ROOT);
        if (said.contains("macroenabled") || said.contains("vbaproject"))
            return refused(UploadRule.MACROS);
        for (var kind : new FileKind[] {FileKind.DOCX, FileKind.XLSX, FileKind.PPTX})
            if (said.contains(kind.mediaType + ".main+xml")) return new OfficePackage(kind, null);
        return refused(UploadRule.WRONG_KIND);
    }

    private static OfficePackage refused(UploadRule rule) {
        return new OfficePackage(null, rule);
    }

    /// Macros, controls and whatever else an office program may start.
    private static boolean isProgram(ZipEntry part) {
        var name = part.getName().toLowerCase(Locale.ROOT);
        return name.endsWith("vbaproject.bin")
                || name.contains("/activex/")
                || name.endsWith(".exe")
                || name.endsWith(".dll")
                || name.endsWith(".vbs")
                || name.endsWith(".js");
    }

    /// What it says of its size may be wrong, so no more is read than may be.
    private static String read(ZipFile zip, ZipEntry part) throws IOException {
        try (var in = zip.getInputStream(part)) {
            return new String(in.readNBytes(MOST_OF_CONTENTS), StandardCharsets.UTF_8);
        }
    }
}
