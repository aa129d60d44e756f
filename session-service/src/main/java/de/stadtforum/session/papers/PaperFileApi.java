package de.stadtforum.session.papers;

import de.stadtforum.documents.files.StoredFile;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The files of proposed council papers for programs.
@RestController
@RequestMapping("/api/session/papers/{id}/files")
class PaperFileApi {
    private final PaperFiles papers;

    PaperFileApi(PaperFiles papers) {
        this.papers = papers;
    }

    /// A file as the public sees it: not who sent it.
    ///
    /// @param size in bytes
    /// @param sha256 of its bytes, in hexadecimal digits
    record FileLine(
            String id, String name, String mediaType, long size, String sha256, Instant at) {
        static FileLine of(StoredFile file) {
            return new FileLine(
                    file.id(),
                    file.name(),
                    file.kind().mediaType,
                    file.size(),
                    file.hash(),
                    file.at());
        }
    }

    /// Lists the files of the paper, 200 at most, the oldest first.
    @Open
    @GetMapping
    List<FileLine> files(@PathVariable @Id String id) {
        return papers.of(id).stream().map(FileLine::of).toList();
    }

    /// Reads a file, whole or in ranges.
    @Open
    @GetMapping("/{file}")
    ResponseEntity<Resource> file(@PathVariable @Id String id, @PathVariable @Id String file) {
        return papers.download(id, file);
    }

    /// Adds a file of at most 10 MB to the paper, as part `file` of a form.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Accepted addFile(
            @PathVariable @Id String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor) {
        return new Accepted(papers.keep(id, file, actor).id());
    }

    /// Removes a file.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @DeleteMapping("/{file}")
    Accepted removeFile(@PathVariable @Id String id, @PathVariable @Id String file) {
        papers.remove(id, file);
        return new Accepted(file);
    }
}
