package de.stadtforum.documents.making.pdf;

import de.stadtforum.documents.making.Block;
import de.stadtforum.documents.making.Block.Align;
import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.Block.KeyValues;
import de.stadtforum.documents.making.Block.Listing;
import de.stadtforum.documents.making.Block.PageBreak;
import de.stadtforum.documents.making.Block.Paragraph;
import de.stadtforum.documents.making.Block.Picture;
import de.stadtforum.documents.making.Block.Table;
import de.stadtforum.documents.making.Phrase;
import de.stadtforum.documents.making.TextDocument;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The page that the renderer prints, as a tree: what somebody wrote is a text in it and never markup.
final class PdfPage {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /// As the style prints them: rather too few than too many.
    private static final int SIGNS_OF_A_LINE = 80;

    private final Document page = builder().newDocument();
    private final ArrayDeque<Bookmark> open = new ArrayDeque<>();
    private int headings;

    /// @param level 0 for the title
    private record Bookmark(int level, Element element) {}

    private PdfPage() {}

    static Document of(TextDocument text) {
        var made = new PdfPage();
        made.fill(text);
        return made.page;
    }

    static Document parsed(String xhtml) {
        try {
            return builder().parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException broken) {
            throw new IllegalArgumentException("not well-formed: " + broken.getMessage(), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// One that reads nothing but what it is given.
    private static DocumentBuilder builder() {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            var builder = factory.newDocumentBuilder();
            // it prints errors beside throwing them
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void fill(TextDocument text) {
        var html = page.createElementNS(XHTML, "html");
        page.appendChild(html);
        html.setAttribute("lang", text.language().toLanguageTag());
        html.setAttribute("xml:lang", text.language().toLanguageTag());
        var head = add(html, "head");
        add(head, "title", text.title());
        meta(head, "description", text.subject());
        meta(head, "subject", text.subject());
        meta(head, "author", text.organisation());
        add(head, "style", style(text));
        var bookmarks = add(head, "bookmarks");
        var body = add(html, "body");
        add(body, "div", text.organisation()).setAttribute("class", "head");
        open.push(new Bookmark(-1, bookmarks));
        heading(body, 0, text.title());
        for (var block : text.blocks()) add(body, block);
    }

    private void meta(Element head, String name, String content) {
        var meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void add(Element body, Block block) {
        switch (block) {
            case Heading(var level, var text) -> heading(body, level, text);
            case Paragraph(var text) -> add(add(body, "p"), text);
            case Listing(var numbered, var items) -> {
                var list = add(body, numbered ? "ol" : "ul");
                // the mark of an item has its place by the direction of the list, its text by its
                // own
                for (var item : items) add(add(add(list, "li"), "bdi"), item);
            }
            case Table table -> table(body, table);
            case KeyValues(var facts) -> {
                var whole = add(body, "div");
                whole.setAttribute("class", "table");
                var rows = add(add(whole, "table"), "tbody");
                for (var fact : facts) {
                    var row = add(rows, "tr");
                    scope(add(row, "th", fact.name()), "row");
                    add(add(row, "td"), fact.value());
                }
            }
            case Picture(var png, var alternative) -> {
                var picture = add(add(body, "p"), "img");
                var content = Base64.getEncoder().encodeToString(png);
                picture.setAttribute("src", "data:image/png;base64," + content);
                picture.setAttribute("alt", alternative);
            }
            case PageBreak() -> add(body, "div").setAttribute("class", "break");
        }
    }

    private void heading(Element body, int level, String text) {
        var id = "h" + headings++;
        add(body, "h" + (level + 1), text).setAttribute("id", id);
        while (open.element().level() >= level) open.pop();
        var bookmark = add(open.element().element(), "bookmark");
        bookmark.setAttribute("name", text.replace('\n', ' '));
        bookmark.setAttribute("href", "#" + id);
        open.push(new Bookmark(level, bookmark));
    }

    private void table(Element above, Table table) {
        var whole = add(above, "div");
        whole.setAttribute("class", "table");
        whole.setAttribute("style", "-fs-page-break-min-height: " + start(table) + "mm");
        var element = add(whole, "table");
        add(element, "caption", table.caption());
        // PDF/UA-1, 7.2: a head stands above a body, so without rows the names are the body
        var names = add(add(element, table.rows().isEmpty() ? "tbody" : "thead"), "tr");
        for (var column : table.columns())
            align(scope(add(names, "th", column.name()), "col"), column.align());
        for (var body : bodies(table.rows())) {
            var rows = add(element, "tbody");
            rows.setAttribute("class", body.size() < 4 ? "kept" : "long");
            for (var row : body) row(add(rows, "tr"), table, row);
        }
    }

    /// The first two rows and the last two stand together.
    private static List<List<List<Phrase>>> bodies(List<List<Phrase>> rows) {
        var last = rows.size() - 2;
        if (rows.size() < 4) return rows.isEmpty() ? List.of() : List.of(rows);
        var ends = List.of(rows.subList(0, 2), rows.subList(last, rows.size()));
        return last == 2 ? ends : List.of(ends.getFirst(), rows.subList(2, last), ends.getLast());
    }

    /// What a table takes at least where it begins: caption, head and two rows, at most half a page. The renderer keeps rows together, but would leave caption and head behind.
    ///
    /// @return in mm, rather too much than too little
    private static int start(Table table) {
        var kept = table.rows().size() == 3 ? 3 : Math.min(2, table.rows().size());
        var width = Math.max(1, SIGNS_OF_A_LINE / Math.max(1, table.columns().size()));
        var names = table.columns().stream().map(column -> Phrase.of(column.name())).toList();
        var lines =
                1
                        + lines(names, width)
                        + table.rows().stream()
                                .limit(kept)
                                .mapToInt(row -> lines(row, width))
                                .sum();
        return Math.min(120, 12 + 5 * lines + 3 * kept);
    }

    private static int lines(List<Phrase> row, int width) {
        return row.stream()
                .mapToInt(cell ->
                        cell.text().lines().mapToInt(line -> 1 + line.length() / width).sum())
                .max()
                .orElse(1);
    }

    private void row(Element element, Table table, List<Phrase> cells) {
        for (var number = 0; number < cells.size(); number++) {
            var header = table.rowHeaders() && number == 0;
            var cell = add(element, header ? "th" : "td");
            if (header) scope(cell, "row");
            align(cell, table.columns().get(number).align());
            add(cell, cells.get(number));
        }
    }

    private static Element scope(Element header, String of) {
        header.setAttribute("scope", of);
        return header;
    }

    private static void align(Element cell, Align align) {
        if (align == Align.END) cell.setAttribute("class", "end");
    }

    private void add(Element parent, Phrase phrase) {
        for (var part : phrase.parts())
            switch (part) {
                case Phrase.Plain(var text) -> parent.appendChild(page.createTextNode(text));
                case Phrase.Strong(var text) -> add(parent, "strong", text);
                case Phrase.Link(var text, var address) ->
                        add(parent, "a", text).setAttribute("href", address.toASCIIString());
            }
    }

    private Element add(Node parent, String name) {
        var element = page.createElementNS(XHTML, name);
        parent.appendChild(element);
        return element;
    }

    private Element add(Node parent, String name, String text) {
        var element = add(parent, name);
        element.appendChild(page.createTextNode(text));
        return element;
    }

    private static String style(TextDocument text) {
        var number =
                switch (text.language().getLanguage()) {
                    case "de" -> "\"Seite \" counter(page) \" von \" counter(pages)";
                    case "en" -> "\"Page \" counter(page) \" of \" counter(pages)";
                    default -> "counter(page) \" / \" counter(pages)";
                };
        try (var file = Objects.requireNonNull(PdfPage.class.getResourceAsStream("page.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("PAGE-OF-PAGES", number);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
