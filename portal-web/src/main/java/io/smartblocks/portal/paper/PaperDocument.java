package io.smartblocks.portal.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page with what a PDF has beyond it: an outline of its headings, and a name for each link. */
final class PaperDocument {

    private final Document page;

    private PaperDocument(Document page) {
        this.page = page;
    }

    static Document of(String html) {
        PaperDocument document = new PaperDocument(parsed(html));
        document.outline();
        document.nameLinks();
        return document.page;
    }

    private void outline() {
        Element outline = page.createElement("bookmarks");
        List<Element> path = new ArrayList<>(List.of(outline));
        for (Element heading : headings()) {
            int depth = Math.min(heading.getTagName().charAt(1) - '0', path.size());
            path.subList(depth, path.size()).clear();
            path.add(bookmark(path.get(depth - 1), heading));
        }
        page.getElementsByTagName("head").item(0).appendChild(outline);
    }

    private Element bookmark(Element parent, Element heading) {
        Element bookmark = page.createElement("bookmark");
        bookmark.setAttribute("name", heading.getTextContent());
        bookmark.setAttribute("href", "#" + place(heading));
        parent.appendChild(bookmark);
        return bookmark;
    }

    private static String place(Element heading) {
        return heading.hasAttribute("id")
                ? heading.getAttribute("id")
                : ((Element) heading.getParentNode()).getAttribute("id");
    }

    private List<Element> headings() {
        return elements("*").stream()
                .filter(element -> element.getTagName().matches("h[1-3]"))
                .toList();
    }

    private void nameLinks() {
        elements("a").forEach(link -> link.setAttribute("title", "To " + link.getTextContent()));
    }

    private List<Element> elements(String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static Document parsed(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the page is not well formed", e);
        }
    }
}
