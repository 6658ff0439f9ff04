package io.vigie.pmml;

import io.vigie.pmml.check.Limits;
import java.io.IOException;
import java.io.InputStream;

/** How large and how deep a document may be. */
record DocumentLimits(int bytes, int elements, int depth) {

    static final DocumentLimits DEFAULT =
            new DocumentLimits(Limits.DEFAULT.bytes(), Limits.DEFAULT.elements(), Limits.DEFAULT.depth());

    Limits limits() {
        return new Limits(bytes, elements, depth, Limits.DEFAULT.nodes());
    }

    /**
     * The document that comes in a stream, of which no more is read than is allowed.
     *
     * @throws ModelRefused when there is more
     */
    byte[] read(InputStream stream) throws IOException {
        byte[] document = stream.readNBytes(bytes + 1);
        if (document.length > bytes) {
            throw new ModelRefused(
                    "PMML", "the document is larger than " + bytes + " bytes", "Export a smaller model.");
        }
        return document;
    }
}
