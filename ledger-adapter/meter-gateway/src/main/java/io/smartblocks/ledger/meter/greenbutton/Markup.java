package io.smartblocks.ledger.meter.greenbutton;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks the elements of one XML document in order, without definitions, entities or more depth than a feed has. */
final class Markup {

    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 4096;

    private final XMLStreamReader xml;
    private int depth;

    private Markup(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What to do with each child; it has to read the child to its end. */
    @FunctionalInterface
    interface Child {
        void read(String name);
    }

    static Markup of(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity is asked for");
        });
        try {
            return new Markup(factory.createXMLStreamReader(new BoundedInput(in)));
        } catch (XMLStreamException e) {
            throw broken(e, 1);
        }
    }

    /** Enters the outermost element. */
    String root() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = next();
        }
        return xml.getLocalName();
    }

    String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    long line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    /** Reads the children of the element to its end. */
    void children(Child child) {
        deeper();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
            }
        }
        depth--;
    }

    /** Reads past the element. */
    void skip() {
        children(name -> skip());
    }

    /** The text of the element, read to its end; what stands in elements within it is left out. */
    String text() {
        return textOr(name -> skip());
    }

    /** The text of the element, read to its end, and its children each on their own. */
    String textOr(Child child) {
        deeper();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                    throw new MalformedFeed(
                            "not-green-button",
                            line(),
                            "a text is longer than " + LONGEST_TEXT + " characters",
                            "short names and numbers",
                            "Download the file again from the utility.");
                }
                text.append(xml.getText());
            }
        }
        depth--;
        return text.toString().strip();
    }

    /** Reads what follows the outermost element, so that a second one or rubbish is found. */
    void end() {
        try {
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException e) {
            throw broken(e, line());
        }
    }

    private int next() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MalformedFeed(
                        "definitions",
                        line(),
                        "the file defines or uses entities of its own",
                        "a Green Button feed without a document type definition",
                        "Take the DOCTYPE out; a utility's file has none.");
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new MalformedFeed(
                        "not-xml", line(), "the file ends too early", "a complete feed", "Download it again.");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e, line());
        }
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new MalformedFeed(
                    "not-green-button",
                    line(),
                    "the elements stand more than " + DEEPEST + " deep in each other",
                    "a Green Button feed",
                    "Download the file again from the utility.");
        }
    }

    private static MalformedFeed broken(XMLStreamException e, long line) {
        String message = String.valueOf(e.getMessage());
        String said = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
                .replaceAll("\\s+", " ");
        return new MalformedFeed(
                "not-xml", line, "the XML is broken: " + said, "well-formed XML", "Download the file again.");
    }
}
