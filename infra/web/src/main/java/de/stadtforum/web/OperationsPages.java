package de.stadtforum.web;

import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.web.live.LivePages;
import de.stadtforum.web.live.LiveTopic;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.view.RedirectView;

/// What an operator sees and does about the facts of this service, in words and with buttons.
@Controller
@ConditionalOnBean(FeedOperations.class)
@RequestMapping("/betrieb/${stadtforum.service}")
class OperationsPages {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final long MEGABYTE = 1024 * 1024;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d. MMMM yyyy, HH:mm 'Uhr'", Locale.GERMAN);
    private final FeedOperations operations;
    private final MessageSource words;
    private final String service;
    private final String home;
    private final LivePages live;

    OperationsPages(
            FeedOperations operations,
            MessageSource words,
            @Value("${stadtforum.service}") String service,
            LivePages live) {
        this.live = live;
        this.operations = operations;
        this.words = words;
        this.service = service;
        this.home = "/betrieb/" + service;
    }

    @May(Role.OPERATOR)
    @GetMapping
    String state(Model model) {
        live.show(model, topic(), home);
        var now = operations.overview();
        model.addAttribute("service", service);
        model.addAttribute("now", now);
        model.addAttribute("faults", now.faults().stream().map(this::said).toList());
        model.addAttribute("names", names());
        model.addAttribute("dropped", operations.dropped());
        model.addAttribute("stuck", Stuck.of(now.deadLetters(), operations::next));
        model.addAttribute("age", age(now.oldestWaiting().toSeconds()));
        return "operations/state";
    }

    @May(Role.OPERATOR)
    @GetMapping("/ereignisse")
    ResponseEntity<SseEmitter> events() {
        return live.stream(topic());
    }

    /// What stands on the page, but for how old the oldest is: that alone is no news.
    private LiveTopic topic() {
        return LiveTopic.asked(
                "operations", () -> Integer.toHexString(mark(operations.overview())), LOOK);
    }

    private static int mark(FeedOperations.Overview now) {
        return Objects.hash(
                now.waiting(), now.behind(), now.faults(), now.feeds(), now.deadLetters().size());
    }

    @May(Role.OPERATOR)
    @PostMapping("/wiederholen")
    RedirectView replay(
            @RequestParam @Text(max = 64) String feed,
            @RequestParam @Text(max = 200) String aggregate,
            HttpServletRequest request) {
        OperationsApi.about(request, feed, aggregate);
        OperationsApi.known(operations, feed, () -> operations.replay(feed, aggregate));
        return Pages.to(home, "notice.replayed");
    }

    /// Asks before it is done.
    @May(Role.OPERATOR)
    @GetMapping("/verwerfen")
    String sure(
            @RequestParam @Text(max = 64) String feed,
            @RequestParam @Text(max = 200) String aggregate,
            @RequestParam @Min(1) long sequence,
            Model model) {
        OperationsApi.known(operations, feed, () -> {});
        var next = operations.next(feed, aggregate);
        model.addAttribute("refused", refused(feed, aggregate, sequence));
        model.addAttribute("dropped", Math.max(0, sequence - next + 1));
        model.addAttribute("there", there(feed, aggregate, next, sequence));
        model.addAttribute("words", name(feed));
        model.addAttribute("service", service);
        model.addAttribute("feed", feed);
        model.addAttribute("aggregate", aggregate);
        model.addAttribute("sequence", sequence);
        return "operations/drop";
    }

    private long there(String feed, String aggregate, long from, long upTo) {
        return operations.deadLetters(feed, aggregate).stream()
                .filter(letter -> !letter.alarm())
                .map(DeadLetter::sequence)
                .filter(sequence -> sequence >= from && sequence <= upTo)
                .distinct()
                .count();
    }

    /// Only what follows from the fact was refused.
    private boolean refused(String feed, String aggregate, long sequence) {
        return operations.deadLetters(feed, aggregate).stream()
                .anyMatch(letter ->
                        letter.sequence() == sequence
                                && letter.cause() == DeadLetter.Cause.REFUSED);
    }

    @May(Role.OPERATOR)
    @PostMapping("/verwerfen")
    RedirectView drop(
            @RequestParam @Text(max = 64) String feed,
            @RequestParam @Text(max = 200) String aggregate,
            @RequestParam @Min(1) long sequence,
            @RequestParam @Text(max = 300) String reason,
            HttpServletRequest request) {
        OperationsApi.about(request, feed, aggregate);
        OperationsApi.drop(operations, new OperationsApi.UpTo(feed, aggregate, sequence, reason));
        return Pages.to(home, "notice.dropped");
    }

    @May(Role.OPERATOR)
    @PostMapping("/abhaken")
    RedirectView dismiss(@RequestParam @Text(max = 300) String letter, HttpServletRequest request) {
        OperationsApi.about(request, letter.split("/", 2)[0], null);
        OperationsApi.dismiss(operations, letter);
        return Pages.to(home, "notice.dismissed");
    }

    @May(Role.OPERATOR)
    @PostMapping("/neu-aufbauen")
    RedirectView rebuild(@RequestParam @Text(max = 64) String feed, HttpServletRequest request) {
        OperationsApi.about(request, feed, null);
        OperationsApi.known(operations, feed, () -> operations.rebuild(feed));
        return Pages.to(home, "notice.rebuilding");
    }

    private String said(Fault fault) {
        var arguments =
                switch (fault) {
                    case Fault.BrokerAway _, Fault.DatabaseAway _ -> new Object[0];
                    case Fault.LogAhead(var aggregates) ->
                            new Object[] {String.join(", ", aggregates)};
                    case Fault.TopicForgets(var what) -> new Object[] {what};
                    case Fault.Parked(var aggregate, var reason) ->
                            new Object[] {aggregate, reason(reason)};
                    case Fault.TopicStopped(var topic, var reason) ->
                            new Object[] {topic, reason(reason)};
                    case Fault.TellingBroken(var what) -> new Object[] {what};
                    case Fault.PollFails(var why, var since) ->
                            new Object[] {reason(why), moment(since)};
                    case Fault.ForeignRecord(var source, var place) -> new Object[] {source, place};
                    case Fault.FactsWait(var aggregates, var oldest) ->
                            new Object[] {aggregates, age(oldest.toSeconds())};
                    case Fault.Stopped(var feed, var aggregate, var sequence, _) ->
                            new Object[] {name(feed), aggregate, String.valueOf(sequence)};
                    case Fault.Diverged(var feed, var aggregate, var sequence) ->
                            new Object[] {name(feed), aggregate, String.valueOf(sequence)};
                    case Fault.Unreadable(var place) -> new Object[] {place};
                    case Fault.IndexBuilding(var done, var about) -> new Object[] {done, about};
                    case Fault.NumbersWait(var feed, var oldest) ->
                            new Object[] {name(feed), age(oldest.toSeconds())};
                    case Fault.IndexAbsent(var why) ->
                            new Object[] {word("operations.index." + why)};
                    case Fault.FilesFull(var used, var most) ->
                            new Object[] {used / MEGABYTE, most / MEGABYTE};
                    case Fault.DiskFull(var free) -> new Object[] {free / MEGABYTE};
                    case Fault.ScannerAway _ -> new Object[0];
                };
        return word("operations.fault." + fault.kind(), arguments);
    }

    /// The feeds' names as an operator reads them.
    private Map<String, String> names() {
        var names = new TreeMap<String, String>();
        operations.feeds().forEach(feed -> names.put(feed, name(feed)));
        return names;
    }

    /// A feed of an older program has none but its own.
    private String name(String feed) {
        return orItself("operations.feed." + feed, feed);
    }

    private String reason(String kind) {
        return orItself("operations.reason." + kind, kind);
    }

    private String orItself(String key, String itself) {
        return String.valueOf(words.getMessage(key, null, itself, Locale.GERMAN));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(PlatformClock.CITY));
    }

    private String age(long seconds) {
        if (seconds < 120) return word("operations.seconds", seconds);
        return seconds < 7_200
                ? word("operations.minutes", seconds / 60)
                : word("operations.hours", seconds / 3_600);
    }

    private String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.GERMAN);
    }
}
