package de.stadtforum.session.papers;

import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;

/// The files of a paper on its page.
@Controller
@RequestMapping("/vorlagen/{id}/dateien")
class PaperFilePages {
    private final PaperFiles papers;

    PaperFilePages(PaperFiles papers) {
        this.papers = papers;
    }

    @Open
    @GetMapping("/{file}")
    ResponseEntity<Resource> one(@PathVariable @Id String id, @PathVariable @Id String file) {
        return papers.download(id, file);
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping
    RedirectView keep(
            @PathVariable @Id String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor) {
        papers.keep(id, file, actor);
        return Pages.to("/vorlagen/" + id, "notice.file-kept");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/entfernen")
    RedirectView remove(
            @PathVariable @Id String id,
            @RequestParam @Id String file,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        papers.remove(id, file);
        return Pages.to("/vorlagen/" + id, "notice.file-removed");
    }
}
