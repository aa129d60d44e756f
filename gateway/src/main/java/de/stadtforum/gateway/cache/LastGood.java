package de.stadtforum.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// While a service is away, residents read the last page that was good, and see that it is not of now. Programs are told the truth by status 503 instead.
@Component
class LastGood {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final Pattern FORMS =
            Pattern.compile(
                    "<form\\b[^>]*\\bmethod\\s*=\\s*[\"']?post\\b.*?</form>",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CONTENT = Pattern.compile("<div id=\"inhalt\"");
    private static final Pattern ENGLISH = Pattern.compile("[?&]lang=en(&|$)");

    /// @param body as it is shown
    record Page(Kept answer, byte[] body) {}

    private final KeptAnswers answers;
    private final MessageSource words;

    LastGood(KeptAnswers answers, MessageSource words) {
        this.answers = answers;
        this.words = words;
    }

    @Nullable Page of(String address) {
        var answer = answers.standIn(address);
        if (answer == null) return null;
        var type = String.valueOf(answer.plainHeaders().get(HttpHeaders.CONTENT_TYPE));
        if (address.startsWith("/stil/")) return new Page(answer, answer.plain());
        if (!type.startsWith("text/html")) return null;
        var page = new String(answer.plain(), StandardCharsets.UTF_8);
        var content = CONTENT.matcher(page);
        if (!content.find()) return null; // what cannot be marked is not shown
        var language = ENGLISH.matcher(address).find() ? Locale.ENGLISH : Locale.GERMAN;
        var marked =
                page.substring(0, content.start())
                        + mark(answer, language)
                        + FORMS.matcher(page.substring(content.start())).replaceAll("");
        return new Page(answer, marked.getBytes(StandardCharsets.UTF_8));
    }

    Mono<Void> given(ServerWebExchange exchange, Page page) {
        answers.standIns.increment();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        page.answer.plainHeaders().forEach(each -> headers.set(each.getKey(), each.getValue()));
        headers.remove(HttpHeaders.ETAG);
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.RETRY_AFTER);
        headers.setContentLength(page.body.length);
        headers.set(HttpHeaders.AGE, String.valueOf(page.answer.age(System.nanoTime())));
        headers.set(HttpHeaders.WARNING, "111 - \"Revalidation Failed\"");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatusCode(HttpStatus.OK);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(page.body)));
    }

    Mono<Void> insteadOf(Throwable failure, ServerWebExchange exchange, String address) {
        var page = exchange.getResponse().isCommitted() ? null : of(address);
        return page == null ? Mono.error(failure) : given(exchange, page);
    }

    private String mark(Kept answer, Locale language) {
        var moment = moment(answer.plainHeaders().get(HttpHeaders.DATE), language);
        return """
        <div class="sf-width sf-notice"><div class="kern-alert kern-alert--warning" role="status">
        <div class="kern-alert__header"><span class="kern-icon kern-icon--warning" aria-hidden="true"></span>
        <span class="kern-title">%s</span></div>
        <div class="kern-alert__body"><p class="kern-body">%s</p></div></div></div>
        """
                .formatted(
                        escaped(words.getMessage("last-good.title", null, language)),
                        escaped(
                                moment == null
                                        ? words.getMessage("last-good.text", null, language)
                                        : words.getMessage(
                                                "last-good.text.of",
                                                new Object[] {moment},
                                                language)));
    }

    private static @Nullable String moment(@Nullable String date, Locale language) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.ofInstant(
                                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from),
                                    CITY)
                            .format(
                                    DateTimeFormatter.ofPattern(
                                            language == Locale.ENGLISH
                                                    ? "d MMMM yyyy, HH:mm"
                                                    : "d. MMMM yyyy, HH:mm 'Uhr'",
                                            language));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
