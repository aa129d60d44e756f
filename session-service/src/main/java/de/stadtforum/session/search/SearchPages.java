package de.stadtforum.session.search;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.search.Entry;
import de.stadtforum.search.EntryKey;
import de.stadtforum.search.Filter;
import de.stadtforum.search.Found;
import de.stadtforum.search.Question;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.search.SearchPage;
import de.stadtforum.search.Sorting;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The assembly's search: meetings with their public items, recommendations, papers, fields of action and working groups.
@Controller
class SearchPages {
    private final SearchIndex index;
    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Recommendation> recommendations;
    private final AggregateStore<Paper> papers;
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;
    private final Names names;

    SearchPages(
            SearchIndex index,
            AggregateStore<Meeting> meetings,
            AggregateStore<Recommendation> recommendations,
            AggregateStore<Paper> papers,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups,
            Names names) {
        this.index = index;
        this.meetings = meetings;
        this.recommendations = recommendations;
        this.papers = papers;
        this.fields = fields;
        this.groups = groups;
        this.names = names;
    }

    /// Something that was found.
    ///
    /// @param text null where the title says all
    public record Hit(
            String kind, String href, String title, LocalDate day, @Nullable String text) {}

    /// How much is found of a kind.
    ///
    /// @param count behind its name, as far as they are counted
    public record OfKind(String kind, String count) {}

    @Open
    @GetMapping("/versammlung/suche")
    String search(
            @RequestParam(name = "q", required = false) @Text(max = 500) @Nullable String typed,
            @RequestParam(name = "art", required = false) @Nullable Kind kind,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var found = SearchPage.fill(model, index, question(typed, kind).from(from));
        model.addAttribute("only", kind == null ? null : kind.name());
        model.addAttribute("hits", hits(found));
        model.addAttribute("kinds", kinds(found));
        return "search/search";
    }

    private static Question question(@Nullable String words, @Nullable Kind kind) {
        var question =
                Question.of(Sorting.byRankAndThen(Entries.DAY)).words(words).limit(Pages.LINES);
        return kind == null
                ? question.facets(Entry.KIND)
                : question.where(Filter.anyOf(Entry.KIND, kind.id()));
    }

    /// Those of which something is found; where there is more than is counted, all.
    private static List<OfKind> kinds(Found found) {
        var counts = found.facets().getOrDefault(Entry.KIND, new TreeMap<>());
        var kinds = new ArrayList<OfKind>();
        for (var kind : Kind.values()) {
            var count = counts.get(kind.id());
            if (count != null) kinds.add(new OfKind(kind.name(), " (" + count + ")"));
            else if (!found.count().exact()) kinds.add(new OfKind(kind.name(), ""));
        }
        return kinds;
    }

    /// As the database has them now.
    private List<Hit> hits(Found found) {
        var ids =
                found.keys().stream()
                        .collect(
                                Collectors.groupingBy(
                                        EntryKey::kind,
                                        Collectors.mapping(EntryKey::id, Collectors.toList())));
        var hits = new HashMap<EntryKey, Hit>();
        put(hits, ids, Kind.MEETING, meetings, this::hit);
        put(hits, ids, Kind.RECOMMENDATION, recommendations, SearchPages::hit);
        put(hits, ids, Kind.PAPER, papers, SearchPages::hit);
        put(hits, ids, Kind.FIELD, fields, SearchPages::hit);
        put(hits, ids, Kind.GROUP, groups, SearchPages::hit);
        return found.keys().stream().filter(hits::containsKey).map(hits::get).toList();
    }

    private interface Shown<A> {
        Hit of(String id, A found);
    }

    private static <A> void put(
            Map<EntryKey, Hit> hits,
            Map<String, List<String>> ids,
            Kind kind,
            AggregateStore<A> store,
            Shown<A> shown) {
        store.findAll(ids.getOrDefault(kind.id(), List.of()))
                .forEach((id, found) -> hits.put(new EntryKey(kind.id(), id), shown.of(id, found)));
    }

    private Hit hit(String id, Meeting meeting) {
        var items =
                meeting.forThePublic().items().stream()
                        .map(Item::title)
                        .filter(title -> !title.isEmpty())
                        .collect(Collectors.joining("; "));
        return hit(
                Kind.MEETING,
                id,
                names.body(meeting.body()),
                meeting.course().date(),
                items.isEmpty() ? null : items);
    }

    private static Hit hit(String id, Recommendation it) {
        return hit(Kind.RECOMMENDATION, id, it.made().text(), it.made().on(), null);
    }

    private static Hit hit(String id, Paper it) {
        return hit(Kind.PAPER, id, it.proposed().title(), it.proposed().on(), null);
    }

    private static Hit hit(String id, FieldOfAction it) {
        return hit(
                Kind.FIELD,
                id,
                it.title(),
                it.on(),
                it.shapes().isEmpty() ? null : it.shapes().getLast().description());
    }

    private static Hit hit(String id, WorkingGroup it) {
        return hit(Kind.GROUP, id, it.name(), it.formed().on(), null);
    }

    private static Hit hit(
            Kind kind, String id, String title, LocalDate day, @Nullable String text) {
        return new Hit(kind.name(), kind.href(id), title, day, text);
    }
}
