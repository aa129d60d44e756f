package de.stadtforum.session.search;

import de.stadtforum.search.Entry;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.recommendations.Recommendation;
import java.util.Objects;

/// What the index knows: only words that everybody may read, so nothing of a closed item but that it is there.
final class Entries {
    static final String DAY = "day";

    /// Changed with what the entries mean: then the index is built anew.
    static final String MEANING = "1: meeting, recommendation, paper, field, group by their day";

    private Entries() {}

    static Entry of(Meeting meeting) {
        var shown = meeting.forThePublic();
        var called = shown.course().invitation();
        return Entry.of(Kind.MEETING.id(), meeting.id())
                .number(DAY, shown.course().date().toEpochDay())
                .title(called == null ? "" : called.place())
                .text(shown.items().stream().map(Item::title).toArray(String[]::new));
    }

    static Entry of(Recommendation recommendation) {
        var reply = recommendation.reply();
        return Entry.of(Kind.RECOMMENDATION.id(), recommendation.id())
                .number(DAY, recommendation.made().on().toEpochDay())
                .title(recommendation.made().text())
                .text(reply == null ? "" : Objects.toString(reply.text(), ""));
    }

    static Entry of(Paper paper) {
        var number = paper.number();
        return Entry.of(Kind.PAPER.id(), paper.id())
                .number(DAY, paper.proposed().on().toEpochDay())
                .title(paper.proposed().title())
                .text(number == null ? "" : number.number());
    }

    static Entry of(FieldOfAction field) {
        return Entry.of(Kind.FIELD.id(), field.id())
                .number(DAY, field.on().toEpochDay())
                .title(field.title())
                .text(
                        field.shapes().stream()
                                .map(FieldOfAction.Shape::description)
                                .toArray(String[]::new));
    }

    static Entry of(WorkingGroup group) {
        return Entry.of(Kind.GROUP.id(), group.id())
                .number(DAY, group.formed().on().toEpochDay())
                .title(group.name());
    }
}
