package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// All bodies, first those of the process, and how their seats are filled today.
@Controller
class BodiesPage {
    private static final List<BodyKind> PROCESS =
            List.of(BodyKind.ASSEMBLY, BodyKind.STEERING_GROUP, BodyKind.WORKING_GROUP);
    private static final List<BodyKind> ADDRESSEES =
            List.of(BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.ADMINISTRATION);
    private static final List<BodyKind> DISTRICTS = List.of(BodyKind.DISTRICT_COUNCIL);
    private static final List<BodyKind> ORDER =
            Stream.of(PROCESS, ADDRESSEES, DISTRICTS).flatMap(List::stream).toList();

    record Line(Body body, Roster roster) {}

    record Group(String key, List<Line> lines) {}

    private final Followed<Body> bodies;
    private final Clock clock;

    BodiesPage(Followed<Body> bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    @Open
    @GetMapping("/gremien")
    String all(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        var slice = slice(from).map(body -> new Line(body, Roster.of(body, today)));
        model.addAttribute("today", today);
        model.addAttribute(
                "groups",
                List.of(
                        new Group("process", of(slice.lines(), PROCESS)),
                        new Group("addressees", of(slice.lines(), ADDRESSEES)),
                        new Group("districts", of(slice.lines(), DISTRICTS))));
        Pages.further(model, slice, from);
        return "bodies/bodies";
    }

    /// By kind, and each kind as a dictionary does, which no index of the database knows; the cursor is the body that comes next.
    private Slice<Body> slice(@Nullable String from) {
        var all =
                SeatLabels.inOrder(bodies.all(), body -> body.charter().name()).stream()
                        .filter(body -> ORDER.contains(body.charter().kind()))
                        .sorted(
                                Comparator.comparingInt(
                                        body -> ORDER.indexOf(body.charter().kind())))
                        .toList();
        var ids = all.stream().map(Body::id).toList();
        var first = from == null ? 0 : ids.indexOf(from);
        if (first < 0) throw new BadCursor(BadCursor.Why.NO_CURSOR);
        var end = Math.min(first + Pages.LINES, all.size());
        return new Slice<>(all.subList(first, end), end == all.size() ? null : ids.get(end));
    }

    private static List<Line> of(List<Line> lines, List<BodyKind> kinds) {
        return lines.stream().filter(line -> kinds.contains(line.body.charter().kind())).toList();
    }
}
