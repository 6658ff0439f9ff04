package io.vigie.standalone.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients that are the same on every machine, apart from when they were onboarded, which is counted back from today.
 * Their numbers are spread as in the public churn data: age N(42, 6), purchases N(10,000, 2,400), years N(5.3, 1.3),
 * sites N(8.6, 1.8).
 */
final class GeneratedClients {

    private static final long SEED = 20_261_122;
    private static final double DAYS_A_YEAR = 365.25;

    private final Random random = new Random(SEED);
    private final LocalDate today;

    GeneratedClients(LocalDate today) {
        this.today = today;
    }

    /** Requests to register the first {@code count}. */
    List<ObjectNode> first(int count) {
        List<ObjectNode> clients = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            clients.add(JsonMapper.shared()
                    .createObjectNode()
                    .put("clientId", String.format(Locale.ROOT, "demo-%04d", i))
                    .put("name", one(WordLists.FIRST_NAMES) + " " + one(WordLists.LAST_NAMES))
                    .put("company", company())
                    .put("location", location())
                    .put("age", (int) Math.round(within(42, 6, 22, 66)))
                    .put("totalPurchase", money(within(10_000, 2_400, 100, 18_500)))
                    .put("onboardedOn", onboardedOn().toString())
                    .put("numSites", (int) Math.round(within(8.6, 1.8, 3, 15))));
        }
        return clients;
    }

    private String company() {
        return one(WordLists.COMPANY_STEMS) + " " + one(WordLists.TRADES) + " " + one(WordLists.FORMS);
    }

    private String location() {
        return (1 + random.nextInt(9_800)) + " " + one(WordLists.STREETS) + " " + one(WordLists.STREET_KINDS) + ", "
                + one(WordLists.TOWNS) + ", " + one(WordLists.STATES)
                + String.format(Locale.ROOT, " %05d", 1_001 + random.nextInt(98_000));
    }

    private LocalDate onboardedOn() {
        return today.minusDays(Math.round(within(5.3, 1.3, 1, 9.2) * DAYS_A_YEAR));
    }

    private double within(double mean, double deviation, double least, double most) {
        return Math.min(most, Math.max(least, mean + deviation * random.nextGaussian()));
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
