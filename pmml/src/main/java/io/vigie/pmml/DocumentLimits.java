package io.vigie.pmml;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How large and how deep a document may be, and that it has no DOCTYPE; read as a stream, so that nothing is built. */
record DocumentLimits(int bytes, int elements, int depth) {

    static final DocumentLimits DEFAULT = new DocumentLimits(20_000_000, 400_000, 128);

    void check(byte[] document) {
        if (document.length > bytes) {
            throw new ModelRefused("PMML", "the document is larger than " + bytes + " bytes");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            walk(factory.createXMLStreamReader(new ByteArrayInputStream(document)));
        } catch (XMLStreamException fault) {
            throw new ModelRefused("PMML", "the document is not well-formed XML", fault);
        }
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        int seen = 0;
        int deep = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new ModelRefused("DOCTYPE", "a document type is not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++seen > elements) {
                        throw new ModelRefused(reader.getLocalName(), "there are more than " + elements + " elements");
                    }
                    if (++deep > depth) {
                        throw new ModelRefused(reader.getLocalName(), "elements nest deeper than " + depth);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> deep--;
                default -> {}
            }
        }
    }
}
