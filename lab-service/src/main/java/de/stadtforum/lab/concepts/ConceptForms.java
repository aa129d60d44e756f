package de.stadtforum.lab.concepts;

import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The forms on the page of the concept: the same commands as the API.
@Controller
class ConceptForms {
    private final ConceptDesk desk;

    ConceptForms(ConceptDesk desk) {
        this.desk = desk;
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @FormOn("/konzept")
    @PostMapping("/konzept/{id}")
    RedirectView draft(
            @PathVariable @Id String id, @Valid @ModelAttribute ConceptDesk.Draft command) {
        return Pages.after(
                desk.draft(id, command), "/konzept" + "?fassung=" + id, "notice.concept-drafted");
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @FormOn("/konzept?fassung={id}")
    @PostMapping("/konzept/{id}/statements")
    RedirectView state(
            @PathVariable @Id String id, @Valid @ModelAttribute ConceptDesk.State command) {
        return Pages.after(
                desk.state(id, command), "/konzept" + "?fassung=" + id, "notice.concept-stated");
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @FormOn("/konzept?fassung={id}")
    @PostMapping("/konzept/{id}/present")
    RedirectView present(@PathVariable @Id String id, @Valid @ModelAttribute Present command) {
        return Pages.after(
                desk.present(id, command),
                "/konzept" + "?fassung=" + id,
                "notice.concept-presented");
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @FormOn("/konzept?fassung={id}")
    @PostMapping("/konzept/{id}/withdraw-presentation")
    RedirectView withdraw(
            @PathVariable @Id String id, @Valid @ModelAttribute WithdrawPresentation command) {
        return Pages.after(
                desk.withdraw(id, command),
                "/konzept" + "?fassung=" + id,
                "notice.presentation-withdrawn");
    }
}
