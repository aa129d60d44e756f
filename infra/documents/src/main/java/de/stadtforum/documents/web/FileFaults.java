package de.stadtforum.documents.web;

import de.stadtforum.documents.files.StoredFiles;
import de.stadtforum.documents.uploads.VirusScanner;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.OtherFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What soon keeps files from being taken, or does so now, for health and the operator's page; looked after every minute, so that who asks
/// does not wait for a scanner.
final class FileFaults implements OtherFaults {
    private static final double NEARLY = 0.9;
    private static final long LEAST_FREE = 1024L * 1024 * 1024;

    private final StoredFiles files;
    private final Optional<VirusScanner> scanner;
    private final long most;
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    private volatile boolean scannerAway;

    FileFaults(StoredFiles files, Optional<VirusScanner> scanner, long most) {
        this.files = files;
        this.scanner = scanner;
        this.most = most;
    }

    void look() {
        scannerAway = scanner.isPresent() && !scanner.get().answers();
    }

    @Override
    public List<Fault> found() {
        var found = new ArrayList<Fault>();
        if (files.used() > most * NEARLY) found.add(new Fault.FilesFull(files.used(), most));
        if (scannerAway) found.add(new Fault.ScannerAway());
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE) found.add(new Fault.DiskFull(free));
        } catch (IOException unknown) {
            found.add(new Fault.DiskFull(0));
        }
        return found;
    }
}
