package de.stadtforum.session.papers;

import de.stadtforum.documents.files.StoredFile;
import de.stadtforum.documents.files.StoredFiles;
import de.stadtforum.documents.uploads.FileKind;
import de.stadtforum.documents.uploads.UploadCheck;
import de.stadtforum.documents.web.Download;
import de.stadtforum.documents.web.ReceivedFiles;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The files of a paper: its text, plans, tables, pictures; as public as the paper itself.
@Component
class PaperFiles {
    private static final UploadCheck CHECK =
            new UploadCheck(EnumSet.allOf(FileKind.class), UploadCheck.TEN_MEGABYTES);

    private final StoredFiles files;
    private final ReceivedFiles received;

    PaperFiles(StoredFiles files, ReceivedFiles received) {
        this.files = files;
        this.received = received;
    }

    private static String owner(String paper) {
        return "papers/" + paper;
    }

    StoredFile keep(String paper, @Nullable MultipartFile sent, Actor by) {
        return received.keep("file", sent, CHECK, owner(paper), by);
    }

    List<StoredFile> of(String paper) {
        return files.of(owner(paper));
    }

    /// @throws Missing also where it belongs to something else
    ResponseEntity<Resource> download(String paper, String file) {
        return Download.of(files, one(paper, file));
    }

    private StoredFile one(String paper, String file) {
        return files.find(file)
                .filter(each -> each.owner().equals(owner(paper)))
                .orElseThrow(Missing::new);
    }

    void remove(String paper, String file) {
        files.remove(one(paper, file).id());
    }
}
