package de.stadtforum.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page with a form that was refused: what was typed stands in it again, each message at its field, the fold around it open.
/// Hidden fields stay as the page made them, so that what is sent next is what the page shows.
final class FilledForm {
    /// The words that every refused form needs.
    ///
    /// @param error before the title
    /// @param check above the list of faults
    /// @param refused above the rule that refused
    /// @param typed above what was typed, where the form itself is gone
    record Words(String error, String check, String refused, String typed) {}

    private static final Pattern PLACE = Pattern.compile("\\[(\\d{1,4})]");
    private static final String SUMMARY = "fehler";
    private static final int WORTH_KEEPING = 20;

    private final Document page;
    private final Map<String, List<String>> typed;
    private final Problem problem;
    private final Words words;

    private FilledForm(
            Document page, Map<String, List<String>> typed, Problem problem, Words words) {
        this.page = page;
        this.typed = typed;
        this.problem = problem;
        this.words = words;
    }

    /// @param html the page as it is shown without a form behind it
    /// @param action the path that the form was sent to
    /// @param typed what was sent, by field
    static String on(
            String html,
            String action,
            Map<String, List<String>> typed,
            Problem problem,
            Words words) {
        var page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        new FilledForm(page, typed, problem, words).fill(action);
        return page.outerHtml();
    }

    private void fill(String action) {
        page.title(words.error + " " + page.title());
        var form = form(action);
        if (form == null) {
            sayAtTheTop();
            return;
        }
        unfold(form);
        var seen = new LinkedHashMap<String, Integer>();
        for (var control : form.select("input, select, textarea")) retype(control, seen);
        var faulty = new ArrayList<Element>();
        var links = new Element("ul").addClass("kern-list");
        for (var error : problem.errors()) {
            var control = control(form, error.field());
            if (control == null) {
                links.appendElement("li").text(error.message());
                continue;
            }
            faulty.add(control);
            unfold(control);
            var said = called(form, control, error.message());
            links.appendElement("li")
                    .appendElement("a")
                    .addClass("kern-link")
                    .attr("href", "#" + mark(control, error.message(), faulty.size()))
                    .text(said);
        }
        var summary = summary();
        if (!links.children().isEmpty()) summary.appendChild(links);
        form.prependChild(summary);
        (faulty.isEmpty() ? summary : faulty.getFirst()).attr("autofocus", true);
    }

    /// Of several that are sent to the same place, the one with the same hidden fields.
    private @Nullable Element form(String action) {
        Element best = null;
        var most = -1L;
        for (var form : page.select("form[method=post]")) {
            if (!form.attr("action").replaceFirst("[?#].*", "").equals(action)) continue;
            var same =
                    form.select("input[type=hidden]").stream()
                            .filter(hidden ->
                                    sent(hidden.attr("name")).contains(hidden.attr("value")))
                            .count();
            if (same > most) {
                best = form;
                most = same;
            }
        }
        return best;
    }

    private static void unfold(Element within) {
        for (var parent : within.parents()) if (parent.nameIs("details")) parent.attr("open", true);
    }

    private List<String> sent(String name) {
        return typed.getOrDefault(name, List.of());
    }

    private void retype(Element control, Map<String, Integer> seen) {
        var name = control.attr("name");
        var type = control.attr("type");
        if (name.isEmpty() || List.of("hidden", "submit", "button", "password").contains(type))
            return;
        // what nobody sees was typed by nobody: a browser filled it in
        if (control.closest("[aria-hidden=true]") != null) return;
        var values = sent(name);
        if (type.equals("checkbox") || type.equals("radio")) {
            control.attr("checked", values.contains(control.attr("value")));
            return;
        }
        var place = seen.merge(name, 1, Integer::sum) - 1;
        if (place >= values.size()) return;
        var value = values.get(place);
        if (!value.isEmpty() && !control.nameIs("select")) unfold(control);
        if (control.nameIs("textarea")) control.text(value);
        else if (control.nameIs("select"))
            control.select("option")
                    .forEach(option -> option.attr("selected", option.val().equals(value)));
        else control.attr("value", value);
    }

    /// A fault of a list or of a nested part is one of its last name, in its place: `items[2].title`, `title[2]`.
    private static @Nullable Element control(Element form, String field) {
        var last = field.substring(field.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
        var alike =
                form.select("input, select, textarea").stream()
                        .filter(control -> !control.attr("type").equals("hidden"))
                        .filter(control -> List.of(field, last).contains(control.attr("name")))
                        .toList();
        if (alike.isEmpty()) return null;
        var place = PLACE.matcher(field);
        var at = place.find() ? Integer.parseInt(place.group(1)) : 0;
        return alike.get(at < alike.size() ? at : 0);
    }

    /// A box's label is a whole sentence and no name of a field.
    private static String called(Element form, Element control, String message) {
        return control.attr("type").equals("checkbox")
                ? message
                : label(form, control) + ": " + message;
    }

    private static String label(Element form, Element control) {
        var label =
                form.select("label").stream()
                        .filter(each -> each.attr("for").equals(control.id()))
                        .findFirst()
                        .orElse(control.closest("label"));
        if (label == null) return control.attr("aria-label");
        var own = label.clone();
        own.select(".kern-label__optional, .kern-hint, .kern-error, select, input, textarea")
                .remove();
        return own.text();
    }

    /// @return the id of the control
    private static String mark(Element control, String message, int number) {
        if (control.id().isEmpty()) control.attr("id", SUMMARY + "-feld-" + number);
        var id = SUMMARY + "-" + number;
        var described = control.attr("aria-describedby");
        control.attr("aria-describedby", (described + " " + id).strip());
        control.attr("aria-invalid", "true");
        if (!List.of("checkbox", "radio").contains(control.attr("type")))
            control.addClass(
                    control.nameIs("select")
                            ? "kern-form-input__select--error"
                            : "kern-form-input__input--error");
        var text = new Element("p").addClass("kern-error").attr("id", id);
        text.appendElement("span")
                .addClass("kern-icon kern-icon--danger kern-icon--default")
                .attr("aria-hidden", "true");
        text.appendElement("span").addClass("kern-body").text(message);
        var box = control.closest(".kern-form-input, .kern-form-check, fieldset");
        if (box == null) {
            control.after(text);
        } else {
            if (box.hasClass("kern-form-input")) box.addClass("kern-form-input--error");
            box.appendChild(text);
        }
        return control.id();
    }

    private Element summary() {
        var box =
                new Element("div")
                        .addClass("kern-alert kern-alert--danger")
                        .attr("role", "alert")
                        .attr("tabindex", "-1")
                        .attr("id", SUMMARY);
        var head = box.appendElement("div").addClass("kern-alert__header");
        head.appendElement("span")
                .addClass("kern-icon kern-icon--danger")
                .attr("aria-hidden", "true");
        head.appendElement("span")
                .addClass("kern-title")
                .text(problem.errors().isEmpty() ? words.refused : words.check);
        if (problem.errors().isEmpty())
            box.appendElement("div")
                    .addClass("kern-alert__body")
                    .appendElement("p")
                    .addClass("kern-body")
                    .text(problem.detail());
        return box;
    }

    /// What somebody wrote, as against what a form sends along.
    static List<String> worthKeeping(Stream<String> values) {
        return values.filter(value -> value.length() >= WORTH_KEEPING && value.contains(" "))
                .toList();
    }

    /// The form is no longer there, because somebody else was faster: nothing that was typed is lost all the same.
    private void sayAtTheTop() {
        var main = page.selectFirst("main");
        if (main == null) return;
        var summary = summary();
        summary.attr("autofocus", true);
        if (!problem.errors().isEmpty()) {
            var faults = summary.appendElement("ul").addClass("kern-list");
            problem.errors().forEach(error -> faults.appendElement("li").text(error.message()));
        }
        var texts = worthKeeping(typed.values().stream().flatMap(List::stream));
        if (!texts.isEmpty()) {
            var kept = summary.appendElement("div").addClass("kern-alert__body");
            kept.appendElement("p").addClass("kern-body").text(words.typed);
            texts.forEach(
                    text -> kept.appendElement("p").addClass("kern-body sf-preserve").text(text));
        }
        main.prependChild(summary);
    }
}
