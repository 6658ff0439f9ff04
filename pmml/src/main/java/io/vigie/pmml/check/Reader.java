package io.vigie.pmml.check;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a document in one pass and stops at the first limit, so that nothing grows beyond it. */
final class Reader {

    private static final String SPLIT = "Export a smaller model: fewer or shallower trees, or fewer support vectors.";

    private final Limits limits;
    private final Map<String, String> known = new HashMap<>();
    private int seen;
    private int deep;
    private int nodes;
    private int ignored;
    private int rows;
    private @Nullable Markup root;
    private @Nullable Markup open;

    private Reader(Limits limits) {
        this.limits = limits;
    }

    /** What was read. */
    record Document(Markup root, int elements) {}

    static Document read(byte[] document, Limits limits) {
        if (document.length > limits.bytes()) {
            throw new Refusal("PMML", "the document is larger than " + limits.bytes() + " bytes", SPLIT);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Reader reader = new Reader(limits);
        try {
            reader.walk(factory.createXMLStreamReader(new ByteArrayInputStream(document)));
        } catch (XMLStreamException fault) {
            throw notWellFormed(fault);
        }
        if (reader.root == null) {
            throw notWellFormed(new XMLStreamException("empty"));
        }
        return new Document(reader.root, reader.seen);
    }

    private static Refusal notWellFormed(XMLStreamException fault) {
        return new Refusal(
                "PMML",
                "the document is not well-formed XML",
                "Export it again, or find the place with an XML checker.",
                fault);
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new Refusal("DOCTYPE", "a document type is not allowed", "Remove the DOCTYPE line.");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refusal("PMML", "the document refers to an entity", "Write the text itself.");
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (open != null && ignored == 0) {
                        open.add(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) {
        String name = known(reader.getLocalName());
        limit(name);
        String around = open == null ? "" : open.name();
        if (ignored > 0 || (rows == 0 && DocumentCheck.ignored(name, around))) {
            ignored++;
            return;
        }
        if (rows > 0 || name.equals("row")) {
            rows++;
        }
        String[] attributes = new String[2 * reader.getAttributeCount()];
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            String foreign = reader.getAttributeNamespace(index);
            String local = reader.getAttributeLocalName(index);
            attributes[2 * index] = known(foreign == null || foreign.isEmpty() ? local : "{" + foreign + "}" + local);
            attributes[2 * index + 1] = known(reader.getAttributeValue(index));
        }
        String namespace = reader.getNamespaceURI();
        Markup element = new Markup(name, namespace == null ? "" : known(namespace), attributes, open);
        if (open != null) {
            open.add(element);
        } else if (root == null) {
            root = element;
        }
        open = element;
    }

    private void limit(String name) {
        if (++seen > limits.elements()) {
            throw new Refusal(name, "there are more than " + limits.elements() + " elements", SPLIT);
        }
        if (name.equals("Node")) {
            if (++nodes > limits.nodes()) {
                throw new Refusal(name, "the nodes of a tree nest deeper than " + limits.nodes(), SPLIT);
            }
        } else if (++deep > limits.depth()) {
            throw new Refusal(
                    name,
                    "elements nest deeper than " + limits.depth(),
                    "Split the expression into derived fields, or nest fewer models.");
        }
    }

    private void end(String name) {
        if (name.equals("Node")) {
            nodes--;
        } else {
            deep--;
        }
        if (ignored > 0) {
            ignored--;
        } else if (open != null) {
            rows = Math.max(0, rows - 1);
            open = open.parent();
        }
    }

    private String known(String text) {
        String first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
