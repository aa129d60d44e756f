package de.stadtforum.reporting.reports;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import de.stadtforum.city.City;
import de.stadtforum.documents.making.pdf.PdfMaker;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.words.Words;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Page and PDF of a report as they were released; kept before the release itself is written, by report and hash.
@Component
class Renderings {
    private final MongoCollection<Document> renderings;
    private final ITemplateEngine templates;
    private final String city;
    private final Words words;

    Renderings(MongoDatabase database, ITemplateEngine templates, City city, Words words) {
        this.words = words;
        this.city = city.name();
        this.renderings = database.getCollection("renderings");
        this.templates = templates;
    }

    void keep(InterimReport report, Figures figures) {
        var context = context(figures);
        context.setVariable("report", report);
        var page = templates.process("reports/body", context);
        var pdf = new PdfMaker().ofPage(templates.process("reports/pdf", context));
        renderings.replaceOne(
                eq(key(report)),
                new Document("_id", key(report))
                        .append("page", page)
                        .append("pdf", new Binary(pdf)),
                new ReplaceOptions().upsert(true));
    }

    /// The page as a release would show it now; kept nowhere.
    String preview(Figures figures) {
        return templates.process("reports/body", context(figures));
    }

    private Context context(Figures figures) {
        var context = new Context(Locale.GERMAN);
        context.setVariable("city", city);
        context.setVariable("figures", figures);
        context.setVariable("period", figures.periodOf());
        context.setVariable("notes", new SpeakingNotes(figures, words));
        context.setVariable(
                "width",
                figures.labs().labs().stream().mapToInt(Figures.Lab::received).max().orElse(0));
        return context;
    }

    Optional<String> page(InterimReport report) {
        return find(report).map(each -> each.getString("page"));
    }

    Optional<byte[]> pdf(InterimReport report) {
        return find(report).map(each -> each.get("pdf", Binary.class).getData());
    }

    private Optional<Document> find(InterimReport report) {
        return Optional.ofNullable(renderings.find(eq(key(report))).first());
    }

    private static String key(InterimReport report) {
        return report.id() + "/" + report.hash();
    }
}
