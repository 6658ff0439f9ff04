package io.vigie.command.recordpurchase;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The client bought for {@code amount}. */
record RecordPurchase(
        String clientId,
        BigDecimal amount,
        Instant purchasedAt,
        @Nullable String reference) {}
