package de.stadtforum.lab.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import de.stadtforum.city.City;
import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.search.Filter;
import de.stadtforum.search.Found;
import de.stadtforum.search.Question;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.search.SearchPage;
import de.stadtforum.search.Sorting;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;

/// The portal's search: labs by their neighbourhood, and the words of what is published.
@Controller
class SearchPages {
    private static final int LONGEST_EXCERPT = 280;

    private final SearchIndex index;
    private final AggregateStore<Lab> labs;
    private final AggregateStore<Contribution> contributions;
    private final Followed<Lab> all;
    private final City city;

    SearchPages(
            SearchIndex index,
            AggregateStore<Lab> labs,
            AggregateStore<Contribution> contributions,
            Followed<Lab> all,
            City city) {
        this.index = index;
        this.labs = labs;
        this.contributions = contributions;
        this.all = all;
        this.city = city;
    }

    /// An empty field asks for nothing, and the page shows how to ask.
    @InitBinder
    void emptyIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    /// Something that was found.
    ///
    /// @param text null where the title says all
    public record Hit(
            String kind,
            String href,
            String title,
            String district,
            LocalDate day,
            @Nullable String text) {}

    /// How much is found in a district.
    /// @param name with how many are found there, as far as they are counted
    public record InDistrict(String id, String name) {}

    @Open
    @GetMapping("/suche")
    String search(
            @RequestParam(name = "q", required = false) @Text(max = 500) @Nullable String typed,
            @RequestParam(name = "bezirk", required = false) @Nullable @Id String district,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var only = district == null ? null : city.district(district).orElseThrow(Missing::new);
        var found = SearchPage.fill(model, index, question(typed, district).from(from));
        model.addAttribute("only", only);
        model.addAttribute("hits", hits(found));
        model.addAttribute("districts", districts(found));
        return "search/search";
    }

    private Question question(@Nullable String words, @Nullable String district) {
        var question =
                Question.of(Sorting.byRankAndThen(Entries.DAY))
                        .words(words)
                        .where(
                                Filter.anyOf(
                                        Entries.STATE,
                                        Contribution.State.PUBLISHED.name(),
                                        Lab.State.PLANNED.name(),
                                        Lab.State.OPENED.name(),
                                        Lab.State.HELD.name(),
                                        Lab.State.MISSED.name()))
                        .limit(Pages.LINES);
        if (district == null) return question.facets(Entries.LAB);
        var there =
                all.all().stream()
                        .filter(lab -> lab.plan().district().equals(district))
                        .map(Lab::id)
                        .toArray(String[]::new);
        return question.where(Filter.anyOf(Entries.LAB, there));
    }

    /// As the database has them now: what was withheld since is not shown.
    private List<Hit> hits(Found found) {
        var sent = contributions.findAll(ids(found, Entries.CONTRIBUTION));
        var held = new HashMap<>(labs.findAll(ids(found, Entries.LAB)));
        held.putAll(labs.findAll(sent.values().stream().map(Contribution::lab).toList()));
        var hits = new ArrayList<Hit>();
        for (var key : found.keys()) {
            var contribution = sent.get(key.id());
            if (key.kind().equals(Entries.LAB)) {
                var lab = held.get(key.id());
                if (lab != null && lab.counts()) hits.add(hit(lab));
            } else if (contribution != null
                    && contribution.state() == Contribution.State.PUBLISHED) {
                var lab = held.get(contribution.lab());
                if (lab != null) hits.add(hit(contribution, lab));
            }
        }
        return hits;
    }

    private static List<String> ids(Found found, String kind) {
        return found.keys().stream()
                .filter(key -> key.kind().equals(kind))
                .map(key -> key.id())
                .toList();
    }

    private Hit hit(Lab lab) {
        var ended = lab.course().ended();
        return new Hit(
                Entries.LAB,
                "/labore/" + lab.id(),
                lab.plan().neighbourhood(),
                city.nameOf(lab.plan().district()),
                ended == null ? lab.plan().date() : ended,
                null);
    }

    private Hit hit(Contribution contribution, Lab lab) {
        var text = contribution.text();
        return new Hit(
                Entries.CONTRIBUTION,
                "/beitraege/" + contribution.id(),
                lab.plan().neighbourhood(),
                city.nameOf(lab.plan().district()),
                contribution.receivedOn(),
                text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + " …");
    }

    /// Those in which something is found, in the city's order; where there is more than is counted, all that have labs.
    private List<InDistrict> districts(Found found) {
        Map<String, String> districtOf =
                all.all().stream().collect(toMap(Lab::id, lab -> lab.plan().district()));
        var counted = found.count().exact();
        Map<String, Long> counts =
                found.facets().getOrDefault(Entries.LAB, new TreeMap<>()).entrySet().stream()
                        .filter(each -> districtOf.containsKey(each.getKey()))
                        .collect(
                                groupingBy(
                                        each ->
                                                Objects.requireNonNull(
                                                        districtOf.get(each.getKey())),
                                        summingLong(Map.Entry::getValue)));
        var shown = counted ? counts.keySet() : new HashSet<>(districtOf.values());
        return city.districts().stream()
                .filter(each -> shown.contains(each.id()))
                .map(each ->
                        new InDistrict(
                                each.id(),
                                counted
                                        ? each.name() + " (" + counts.get(each.id()) + ")"
                                        : each.name()))
                .toList();
    }
}
