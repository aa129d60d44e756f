package de.stadtforum.documents.making.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Mends what would keep a page from being read aloud (ISO 14289-1, 7.1 to 7.4): a level of headings that is left out, a list without items or with
/// something else in it, a picture that says nothing. What is printed stays as it is, but for a heading's size.
final class SoundStructure {
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final String ITEM = "li";

    private int level;

    private SoundStructure() {}

    static void mend(Document page) {
        new SoundStructure().mend(page.getDocumentElement());
    }

    private void mend(Element element) {
        var name = element.getLocalName();
        if (LISTS.contains(name)) mendList(element);
        if ("dl".equals(name) && elements(element).isEmpty()) remove(element);
        if ("img".equals(name) && element.getAttribute("alt").isBlank())
            element.setAttribute("alt", wordless(element));
        if (name.matches("h[1-6]")) mendHeading(element);
        else for (var inner : elements(element)) mend(inner);
    }

    private void mendHeading(Element heading) {
        var wanted = heading.getLocalName().charAt(1) - '0';
        level = Math.min(wanted, level + 1);
        if (level != wanted)
            heading.getOwnerDocument().renameNode(heading, heading.getNamespaceURI(), "h" + level);
    }

    private static void mendList(Element list) {
        for (Node node = list.getFirstChild(), next; node != null; node = next) {
            next = node.getNextSibling();
            var isItem = node instanceof Element each && ITEM.equals(each.getLocalName());
            if (isItem || node.getTextContent().isBlank() && !(node instanceof Element)) continue;
            var item = list.getOwnerDocument().createElementNS(list.getNamespaceURI(), ITEM);
            list.replaceChild(item, node);
            item.appendChild(node);
        }
        if (elements(list).isEmpty()) remove(list);
    }

    private static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    /// In the language of the page.
    private static String wordless(Element picture) {
        var language = picture.getOwnerDocument().getDocumentElement().getAttribute("lang");
        return language.startsWith("en") ? "Picture without description" : "Bild ohne Beschreibung";
    }

    private static List<Element> elements(Element of) {
        var all = new ArrayList<Element>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element) all.add(element);
        return all;
    }
}
