package de.stadtforum.documents.web;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.documents.files.StoredFiles;
import de.stadtforum.documents.uploads.VirusScanner;
import de.stadtforum.messaging.context.Background;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// What a service runs that keeps files (`@KeepsFiles`).
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentsConfiguration.class);
    private static final Duration LOOKS = Duration.ofMinutes(1);
    private static final int SWEEPS =
            15; // every so many looks: with half an hour for an upload nothing is left for an hour

    @Bean
    StoredFiles storedFiles(MongoDatabase database, Clock clock) {
        return new StoredFiles(database, clock);
    }

    /// @param address of a clamd; empty where there is none
    private static Optional<VirusScanner> scanner(String address) {
        return address.isBlank() ? Optional.empty() : Optional.of(VirusScanner.at(address));
    }

    @Bean
    ReceivedFiles receivedFiles(
            StoredFiles files,
            @Value("${stadtforum.files.scanner:}") String scanner,
            @Value("${stadtforum.files.most:20GB}") DataSize most,
            MessageSource words) {
        return new ReceivedFiles(files, scanner(scanner), most.toBytes(), words);
    }

    @Bean
    FileFaults fileFaults(
            StoredFiles files,
            @Value("${stadtforum.files.scanner:}") String scanner,
            @Value("${stadtforum.files.most:20GB}") DataSize most) {
        return new FileFaults(files, scanner(scanner), most.toBytes());
    }

    @Bean
    Background filesCare(StoredFiles files, FileFaults faults) {
        return new Care(files, faults);
    }

    /// Looks and sweeps, at the start and then regularly.
    private static final class Care extends Background {
        private final StoredFiles files;
        private final FileFaults faults;

        Care(StoredFiles files, FileFaults faults) {
            this.files = files;
            this.faults = faults;
        }

        @Override
        protected void begin(Span now) {
            inBackground(
                    "files",
                    now,
                    span -> {
                        for (var round = 0; !span.ended(); round++) {
                            faults.look();
                            if (round % SWEEPS == 0) sweep();
                            if (span.endsWithin(LOOKS)) return;
                        }
                    });
        }

        private void sweep() {
            try {
                var left = files.sweep();
                if (left > 0) LOG.info("{} files that nobody kept are removed", left);
            } catch (MongoException away) {
                LOG.warn("files are not swept: {}", away.getClass().getSimpleName());
            }
        }
    }
}
