package io.vigie.command.accountmanager;

import io.vigie.command.platform.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many clients one person can be given. */
public final class CapacityChecks {

    private static final int MOST = 100_000;

    private CapacityChecks() {}

    /** A capacity; faults are noted in {@code checks}. */
    public static int capacity(Checks checks, @Nullable BigDecimal value) {
        return checks.whole("capacity", value, 0, MOST);
    }
}
