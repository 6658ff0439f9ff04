package io.vigie.pmml.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element as it was read, without what changes no answer. */
public final class Markup {

    private static final List<Markup> NONE = List.of();

    private final String name;
    private final String namespace;
    private final String[] attributes;
    private final @Nullable Markup parent;
    private List<Markup> children = NONE;
    private @Nullable StringBuilder text;

    /** Attributes as name, value, name, value; a name of another namespace is none that a model could use. */
    Markup(String name, String namespace, String[] attributes, @Nullable Markup parent) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = attributes;
        this.parent = parent;
    }

    void add(Markup child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        children.add(child);
    }

    void add(String characters) {
        if (text == null) {
            if (characters.isBlank()) {
                return;
            }
            text = new StringBuilder(characters.length());
        }
        text.append(characters);
    }

    /** Without a prefix. */
    public String name() {
        return name;
    }

    /** Whether that is its name. */
    public boolean is(String other) {
        return name.equals(other);
    }

    String namespace() {
        return namespace;
    }

    /** What stands in it, without that of elements below. */
    public String text() {
        return text == null ? "" : text.toString();
    }

    /** The value, or an empty text. */
    public String attribute(String wanted) {
        for (int index = 0; index < attributes.length; index += 2) {
            if (attributes[index].equals(wanted)) {
                return attributes[index + 1];
            }
        }
        return "";
    }

    /** Name, value, name, value. */
    public String[] attributes() {
        return attributes;
    }

    @Nullable
    Markup parent() {
        return parent;
    }

    /** Those right below it, in document order. */
    public List<Markup> children() {
        return children;
    }

    /** Those of a name right below it. */
    public Stream<Markup> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** Visits this element and all below it in document order, but not the cells of tables: they are data. */
    void walk(Consumer<Markup> visitor) {
        visitor.accept(this);
        if (!is("row")) {
            for (Markup child : children) {
                child.walk(visitor);
            }
        }
    }

    Stream<Markup> below(String wanted) {
        Stream.Builder<Markup> found = Stream.builder();
        walk(element -> {
            if (element.is(wanted)) {
                found.add(element);
            }
        });
        return found.build();
    }
}
