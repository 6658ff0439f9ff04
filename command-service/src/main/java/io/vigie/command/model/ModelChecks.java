package io.vigie.command.model;

import io.vigie.command.platform.Checks;
import io.vigie.web.Rejected;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What commands about models have in common. */
public final class ModelChecks {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int MOST_VERSIONS = 999_999_999;
    private static final int LONGEST = 500;

    private ModelChecks() {}

    /** The name in an address. */
    public static String addressedName(String name) {
        if (NAME.matcher(name).matches()) {
            return name;
        }
        throw badAddress("name", "must be 1 to 40 lower-case letters, digits or dashes, beginning with a letter");
    }

    /** The version in an address. */
    public static int addressedVersion(String version) {
        if (VERSION.matcher(version).matches()) {
            return Integer.parseInt(version);
        }
        throw badAddress("version", "must be a whole number from 1");
    }

    /** The version in a body; faults are noted in {@code checks}. */
    public static int version(Checks checks, @Nullable BigDecimal value) {
        return checks.whole("version", value, 1, MOST_VERSIONS);
    }

    /** Why; faults are noted in {@code checks}. */
    public static String reason(Checks checks, @Nullable String value) {
        return checks.text("reason", value, LONGEST);
    }

    /** What somebody says of a version, null for nothing; faults are noted in {@code checks}. */
    public static @Nullable String note(Checks checks, @Nullable String value) {
        return checks.optionalText("note", value, LONGEST);
    }

    private static Rejected badAddress(String field, String message) {
        return Rejected.malformed("bad-id", "Bad id", "The address holds a name or version that can't be one.")
                .error(field, message);
    }
}
