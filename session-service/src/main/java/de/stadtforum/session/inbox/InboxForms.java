package de.stadtforum.session.inbox;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.meetings.MeetingDesk;
import de.stadtforum.session.proposals.Proposal;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// From the inbox onto an agenda with one click: under the next free number, with the proposal's own title.
@Controller
class InboxForms {
    private static final Role[] RUN = {Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER};

    private final MeetingDesk desk;
    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Proposal> proposals;
    private final Rights rights;

    InboxForms(
            MeetingDesk desk,
            AggregateStore<Meeting> meetings,
            AggregateStore<Proposal> proposals,
            Rights rights) {
        this.desk = desk;
        this.meetings = meetings;
        this.proposals = proposals;
        this.rights = rights;
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(field = "meeting")
    @FormOn("/eingang?body={body}")
    @PostMapping("/eingang/tagesordnung")
    RedirectView place(
            @RequestParam @Id String meeting, @RequestParam @Id String proposal, Actor actor) {
        var convened = meetings.find(meeting).orElseThrow(Missing::new);
        rights.in(convened.body()).need(actor, RUN);
        var came = proposals.find(proposal).orElseThrow(Missing::new).submission();
        return Pages.after(
                desk.place(convened, proposal, came),
                "/eingang?body=" + came.body(),
                "notice.proposal-placed");
    }
}
