package io.vigie.command.client;

import io.vigie.command.platform.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the fields of a profile may be; faults are noted in the checks that are handed in. */
public final class ProfileChecks {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LOCATION = 500;
    private static final int OLDEST = 150;

    private ProfileChecks() {}

    /** A name of a person or a company. */
    public static String name(Checks checks, String field, @Nullable String value) {
        return checks.text(field, value, LONGEST_NAME);
    }

    /** An address in one line. */
    public static String location(Checks checks, @Nullable String value) {
        return checks.text("location", value, LONGEST_LOCATION);
    }

    /** Whole years. */
    public static int age(Checks checks, @Nullable BigDecimal value) {
        return checks.whole("age", value, 0, OLDEST);
    }
}
