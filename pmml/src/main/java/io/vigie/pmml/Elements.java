package io.vigie.pmml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The elements of a document whose limits have been checked. */
final class Elements {

    private Elements() {}

    static Element root(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
            return parsed.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException fault) {
            throw new ModelRefused("PMML", "the document is not well-formed XML", fault);
        }
    }

    /** Every element below this one, in document order. */
    static List<Element> below(Element element) {
        NodeList nodes = element.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    static Stream<Element> below(Element element, String name) {
        return below(element).stream()
                .filter(candidate -> candidate.getLocalName().equals(name));
    }

    static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        Stream.Builder<Element> children = Stream.builder();
        for (int index = 0; index < nodes.getLength(); index++) {
            if (nodes.item(index).getNodeType() == Node.ELEMENT_NODE) {
                children.add((Element) nodes.item(index));
            }
        }
        return children.build();
    }
}
