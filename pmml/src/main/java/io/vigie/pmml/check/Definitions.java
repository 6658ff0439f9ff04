package io.vigie.pmml.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a field is defined where it is read, in a document whose fields are in order. It follows the same rules as
 * {@link Fields}.
 */
final class Definitions {

    private final Map<String, Markup> global = new HashMap<>();
    private final Map<Markup, Place> places = new IdentityHashMap<>();

    /**
     * A model that fields are read in.
     *
     * @param own its outputs
     * @param outputs those of its segments
     * @param outer the model around it; null for the document's own
     */
    record Place(
            Set<String> schema,
            Map<String, Markup> local,
            Map<String, Markup> own,
            Map<String, Found> outputs,
            @Nullable Place outer) {}

    /**
     * A definition.
     *
     * @param markup a DerivedField or an OutputField
     * @param place where its own fields are read; null when it is of the whole document
     */
    record Found(Markup markup, @Nullable Place place) {}

    Definitions(Markup root) {
        root.children("TransformationDictionary")
                .flatMap(dictionary -> dictionary.children("DerivedField"))
                .forEach(field -> global.put(field.attribute("name"), field));
        root.walk(element -> {
            if (Header.isModel(element)) {
                places.put(element, place(element));
            }
        });
    }

    /** Models are met from the outside to the inside and in document order, so what is around and before is known. */
    private Place place(Markup model) {
        Place outer = around(model);
        Set<String> schema = new HashSet<>();
        model.children("MiningSchema")
                .flatMap(mining -> mining.children("MiningField"))
                .forEach(field -> schema.add(field.attribute("name")));
        Map<String, Markup> local = new HashMap<>();
        model.children("LocalTransformations")
                .flatMap(transformations -> transformations.children("DerivedField"))
                .filter(field -> !schema.contains(field.attribute("name")))
                .forEach(field -> local.put(field.attribute("name"), field));
        Map<String, Markup> own = new HashMap<>();
        model.children("Output")
                .flatMap(output -> output.children("OutputField"))
                .forEach(field -> own.put(field.attribute("name"), field));
        Place place = new Place(schema, local, own, new HashMap<>(), outer);
        if (outer != null) {
            own.forEach((name, field) -> outer.outputs().put(name, new Found(field, place)));
        }
        return place;
    }

    /** The model that an element belongs to; null outside of all. */
    @Nullable
    Place at(Markup element) {
        return Header.isModel(element) ? places.get(element) : around(element);
    }

    private @Nullable Place around(Markup element) {
        for (Markup above = element.parent(); above != null; above = above.parent()) {
            if (Header.isModel(above)) {
                return places.get(above);
            }
        }
        return null;
    }

    /** What a field is defined by; null when it is given. */
    @Nullable
    Found find(String name, @Nullable Place place) {
        if (place == null) {
            return global(name);
        }
        if (!place.schema().contains(name)) {
            Markup local = place.local().get(name);
            Found wide = local == null ? global(name) : new Found(local, place);
            return wide == null ? place.outputs().get(name) : wide;
        }
        for (Place around = place.outer(); around != null; around = around.outer()) {
            Markup local = around.local().get(name);
            Found output = around.outputs().get(name);
            if (local != null || output != null) {
                return local != null ? new Found(local, around) : output;
            }
        }
        return global(name);
    }

    /** What a field of the whole document is defined by; null when there is none of that name. */
    @Nullable
    Found global(String name) {
        Markup field = global.get(name);
        return field == null ? null : new Found(field, null);
    }

    /** What an output is defined by that another output of the same model reads; null when there is none of that name. */
    @Nullable
    Found output(String name, @Nullable Place place) {
        Markup field = place == null ? null : place.own().get(name);
        return field == null ? null : new Found(field, place);
    }
}
