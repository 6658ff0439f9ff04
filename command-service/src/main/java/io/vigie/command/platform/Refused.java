package io.vigie.command.platform;

/** A well-formed command that a rule forbids. Its words are for the caller and never repeat what was sent. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is. */
    public enum Kind {
        /** What the command is about does not exist. */
        NOT_FOUND,
        /** Against a rule, in the state things are in now. */
        CONFLICT,
        /** The caller's picture of the state is out of date. */
        STALE,
        /** Understood, but of no use: names something that does not exist. */
        UNUSABLE
    }

    private final Kind kind;
    private final String slug;

    private Refused(Kind kind, String slug, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.slug = slug;
    }

    /** What the command is about does not exist. */
    public static Refused notFound(String slug, String detail) {
        return new Refused(Kind.NOT_FOUND, slug, detail);
    }

    /** Against a rule, in the state things are in now. */
    public static Refused conflict(String slug, String detail) {
        return new Refused(Kind.CONFLICT, slug, detail);
    }

    /** The caller's picture of the state is out of date. */
    public static Refused stale(String slug, String detail) {
        return new Refused(Kind.STALE, slug, detail);
    }

    /** Understood, but of no use. */
    public static Refused unusable(String slug, String detail) {
        return new Refused(Kind.UNUSABLE, slug, detail);
    }

    /** What kind of no it is. */
    public Kind kind() {
        return kind;
    }

    /** The frozen name of the rule, kebab-case. */
    public String slug() {
        return slug;
    }

    /** What to change, in a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
