package io.vigie.command.platform;

import io.vigie.web.Rejected;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * {@code If-Match} (RFC 9110): the versions that the caller decided on. It travels with the command and is checked
 * against the aggregate as loaded, in the transaction that appends.
 */
public final class Precondition {

    static final String METADATA = "precondition";

    private static final Precondition NONE = new Precondition(false, false, Set.of());
    private static final Pattern TAG = Pattern.compile("(W/)?\"([0-9]{1,40})\"");
    private static final int LONGEST = 1_000;

    private final boolean demanded;
    private final boolean any;
    private final Set<Long> versions;

    private Precondition(boolean demanded, boolean any, Set<Long> versions) {
        this.demanded = demanded;
        this.any = any;
        this.versions = versions;
    }

    /** The values of the header, none when it wasn't sent. */
    static Precondition of(List<String> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        String list = String.join(",", values);
        if (list.strip().equals("*")) {
            return new Precondition(true, true, Set.of());
        }
        if (list.length() > LONGEST) {
            throw malformed();
        }
        Set<Long> versions = new HashSet<>();
        for (String tag : list.split(",", -1)) {
            Matcher matcher = TAG.matcher(tag.strip());
            if (!matcher.matches()) {
                throw malformed();
            }
            // A weak tag never matches strongly, and no version has more than 18 digits.
            if (matcher.group(1) == null && matcher.group(2).length() <= 18) {
                versions.add(Long.valueOf(matcher.group(2)));
            }
        }
        return new Precondition(true, false, versions);
    }

    /** The one that came with the command being handled. */
    public static Precondition ofCurrentCommand() {
        return CurrentUnitOfWork.get().getMessage().getMetaData().get(METADATA) instanceof Precondition sent
                ? sent
                : NONE;
    }

    /** Throws a stale {@link Refused} unless {@code version} is one of those demanded. */
    public void check(long version) {
        if (demanded && !any && !versions.contains(version)) {
            throw Refused.stale("stale-version", "It has changed since the version in If-Match; read it again.");
        }
    }

    /** Throws a stale {@link Refused} if there is any demand on something that is yet to be created. */
    public void checkAbsent() {
        if (demanded) {
            throw Refused.stale("stale-version", "If-Match was sent, but nothing exists yet; leave it out.");
        }
    }

    private static Rejected malformed() {
        return Rejected.malformed(
                "bad-if-match", "Bad If-Match", "If-Match must be *, or versions in quotes such as \"3\".");
    }
}
