package de.stadtforum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.util.EvaluationUtils;

/// No branch of a template is seen first by a reader: watches what each condition of a service's templates came to, and names those that a
/// test's pages never saw both ways. Import it into the service's test context, render every page in every state, then ask [#unseen].
///
/// Conditions are those of `th:if`, `th:unless` and `th:case`, and of every `a ? b : c`.
public final class TemplateBranches implements BeanPostProcessor {
    private static final Pattern EXPRESSION = Pattern.compile("[$]\\{([^}]*)}");
    private static final Pattern CHOICE = Pattern.compile("[$]\\{([^}]*)}\\s+[?](?!:)");
    private static final Pattern CHOICE_INSIDE =
            Pattern.compile(".*[^?\\[]\\s[?]\\s.*", Pattern.DOTALL);
    private static final int MOST_VALUES = 50;

    /// By template and expression: the values it came to, as words, with `+` for a true one and `-` for a false one.
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringTemplateEngine engine) {
            var dialects = new LinkedHashSet<IDialect>();
            for (var dialect : engine.getDialects())
                dialects.add(dialect instanceof SpringStandardDialect ? new Watching() : dialect);
            engine.setDialects(dialects);
        }
        return bean;
    }

    /// What other tests saw does not count.
    public void forget() {
        seen.clear();
    }

    /// Which conditions were not seen both ways, as `portal/lab: th:if ${stage == 'HELD'} was never true`.
    ///
    /// @param templates the folder of the service's own templates
    public Set<String> unseen(Path templates) {
        var unseen = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(templates)) {
            for (var file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                var template = templates.relativize(file).toString().replaceFirst("[.]html$", "");
                for (var element : Jsoup.parse(Files.readString(file)).getAllElements())
                    for (var attribute : element.attributes()) {
                        if (attribute.getKey().equals("th:replace")
                                && (element.hasAttr("th:if") || element.hasAttr("th:unless")))
                            unseen.add(
                                    template
                                            + ": th:replace comes before the condition beside it: "
                                            + attribute.getValue());
                        if (attribute.getKey().equals("th:switch"))
                            cases(template, attribute.getValue(), element, unseen);
                        else check(template, attribute, unseen);
                    }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return unseen;
    }

    private void check(String template, Attribute attribute, Set<String> unseen) {
        var value = attribute.getValue();
        if (attribute.getKey().equals("th:if") || attribute.getKey().equals("th:unless")) {
            for (var each : found(EXPRESSION, value)) bothWays(template, each, unseen);
            return;
        }
        if (!attribute.getKey().startsWith("th:")) return;
        for (var each : found(CHOICE, value)) bothWays(template, each, unseen);
        for (var each : found(EXPRESSION, value))
            if (CHOICE_INSIDE.matcher(each).matches() && values(template, each).size() < 2)
                unseen.add(template + ": ${" + each + "} was not seen both ways");
    }

    private void bothWays(String template, String expression, Set<String> unseen) {
        var values = values(template, expression);
        if (values.stream().noneMatch(each -> each.startsWith("+")))
            unseen.add(template + ": ${" + expression + "} was never true");
        if (values.stream().noneMatch(each -> each.startsWith("-")))
            unseen.add(template + ": ${" + expression + "} was never false");
    }

    private void cases(
            String template, String value, org.jsoup.nodes.Element element, Set<String> unseen) {
        var came =
                found(EXPRESSION, value).stream()
                        .flatMap(each -> values(template, each).stream())
                        .map(each -> each.substring(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        var named = new ArrayList<String>();
        for (var one : element.select("[th:case]")) {
            var wanted = one.attr("th:case");
            if (wanted.equals("*")) continue;
            named.add(wanted.replace("'", ""));
            if (!came.contains(wanted.replace("'", "")))
                unseen.add(template + ": case " + wanted + " of " + value + " was never seen");
        }
        if (!element.select("[th:case=*]").isEmpty() && named.containsAll(came))
            unseen.add(template + ": no other case of " + value + " was ever seen");
    }

    private Set<String> values(String template, String expression) {
        return seen.getOrDefault(key(template, expression), Set.of());
    }

    private static List<String> found(Pattern pattern, String value) {
        return pattern.matcher(value).results().map(each -> each.group(1)).toList();
    }

    private static String key(String template, String expression) {
        return template + "|" + expression.strip();
    }

    private void record(IExpressionContext context, String expression, @Nullable Object value) {
        if (!(context instanceof ITemplateContext page)) return;
        var words = (EvaluationUtils.evaluateAsBoolean(value) ? "+" : "-") + value;
        for (var template : page.getTemplateStack()) {
            var values =
                    seen.computeIfAbsent(
                            key(template.getTemplate(), expression),
                            _ -> ConcurrentHashMap.newKeySet());
            if (values.size() < MOST_VALUES || words.startsWith("-")) values.add(words);
        }
    }

    private final class Watching extends SpringStandardDialect {
        @Override
        public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
            return new Recorder(super.getVariableExpressionEvaluator());
        }
    }

    private final class Recorder implements IStandardVariableExpressionEvaluator {
        private final IStandardVariableExpressionEvaluator usual;

        Recorder(IStandardVariableExpressionEvaluator usual) {
            this.usual = usual;
        }

        @Override
        public @Nullable Object evaluate(
                IExpressionContext context,
                IStandardVariableExpression expression,
                StandardExpressionExecutionContext how) {
            var value = usual.evaluate(context, expression, how);
            record(context, expression.getExpression(), value);
            return value;
        }
    }
}
