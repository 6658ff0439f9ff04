package io.vigie.benchmarks.clients;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A client that nobody knows, the same for the same number; as long as a client of the public churn file.
 *
 * @param number any
 */
public record SampleClient(long number) {

    private static final String[] FIRST = {"Cameron", "Kevin", "Eric", "Phillip", "Cynthia", "Jessica", "Zachary"};
    private static final String[] LAST = {"Williams", "Mueller", "Lozano", "White", "Norton", "Vasquez", "Walsh"};
    private static final String[] COMPANY = {"Harvey LLC", "Wilson PLC", "Miller, Johnson and Wallace", "Smith Inc"};
    private static final String[] STATE = {"AK", "CA", "NY", "TX", "VT", "RI", "AE", "PR"};

    public String name() {
        return pick(FIRST, 3) + " " + pick(LAST, 5) + " " + number;
    }

    public String company() {
        return pick(COMPANY, 7);
    }

    public String location() {
        return "%d Elizabeth Hollow Suite %d Cobbborough, %s %05d"
                .formatted(100 + spread(11, 9_900), spread(13, 900), pick(STATE, 17), 10_000 + spread(19, 89_999));
    }

    public int age() {
        return 25 + spread(23, 40);
    }

    public BigDecimal totalPurchase() {
        return BigDecimal.valueOf(100_000 + spread(29, 1_700_000), 2);
    }

    public BigDecimal years() {
        return BigDecimal.valueOf(100 + spread(31, 800), 2);
    }

    public int numSites() {
        return 3 + spread(37, 12);
    }

    public LocalDate onboardedOn() {
        return LocalDate.of(2006, 1, 1).plusDays(spread(41, 3_900));
    }

    /** What registers it over REST. */
    public String json() {
        return """
                {"name":"%s","company":"%s","location":"%s","age":%d,"onboardedOn":"%s","years":%s,\
                "totalPurchase":%s,"numSites":%d}""".formatted(name(), company(), location(), age(), onboardedOn(), years(), totalPurchase(), numSites());
    }

    /** A line of the public file's columns; nobody's client and never gone. */
    public String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%d,%s,0,%s,%d,%s 00:00:00,\"%s\",\"%s\",0",
                name(),
                age(),
                totalPurchase(),
                years(),
                numSites(),
                onboardedOn(),
                location(),
                company());
    }

    /** The columns of {@link #csv}. */
    public static String csvHeader() {
        return "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn";
    }

    /** The event of its registration under that id. */
    public ClientRegistered registered(String clientId) {
        return new ClientRegistered(
                clientId,
                new Personal(name(), company(), location()),
                pick(STATE, 17),
                age(),
                onboardedOn(),
                years(),
                totalPurchase(),
                numSites(),
                null,
                false);
    }

    private String pick(String[] from, int salt) {
        return from[spread(salt, from.length)];
    }

    private int spread(int salt, int below) {
        return (int) Long.remainderUnsigned((number + 1) * 0x9E3779B97F4A7C15L * salt >>> 17, below);
    }
}
