package io.vigie.pmml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model says of one record. */
public sealed interface Answer {

    /**
     * There is one.
     *
     * @param outputs by name, in the schema's order: a finite {@link Double}, a {@link Long}, a {@link Boolean} or a
     *     {@link String}; an output that is missing for this record is absent
     */
    record Given(Map<String, Object> outputs) implements Answer {

        /** Copies and keeps the order. */
        public Given {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }

    /**
     * There is none.
     *
     * @param reason one sentence, without the values that were given
     */
    record Refused(String reason) implements Answer {}
}
