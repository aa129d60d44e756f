package de.stadtforum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// What a template must not say, because it is only seen when its branch is rendered, or never does what it looks like.
public final class TemplateRules {
    private static final List<String> CONDITIONS =
            List.of("th:if", "th:unless", "th:each", "th:case");
    private static final Pattern SHORT_TYPE = Pattern.compile("T\\([A-Z]\\w*\\)");

    private TemplateRules() {}

    /// @param resources the folder of templates, `src/main/resources/templates`
    /// @return the faults, by file
    public static Set<String> broken(Path resources) {
        var broken = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(resources)) {
            for (var file : files.filter(each -> each.toString().endsWith(".html")).toList())
                check(resources.relativize(file).toString(), Files.readString(file), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return broken;
    }

    static void check(String file, String template, Set<String> broken) {
        if (SHORT_TYPE.matcher(template).find())
            broken.add(file + ": T(…) names a class without its package");
        Document page = Jsoup.parse(template, Parser.xmlParser());
        for (Element each : page.getAllElements()) {
            var replaced = each.hasAttr("th:replace");
            if (replaced && CONDITIONS.stream().anyMatch(each::hasAttr))
                broken.add(
                        file
                                + ": th:replace comes before the condition beside it: "
                                + each.tagName()
                                + " "
                                + each.attr("th:replace"));
        }
    }
}
