package io.vigie.command.client;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The two-letter code in a US postal address: states, DC, territories, freely associated states, military. */
public final class StateCode {

    private static final Set<String> KNOWN = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
            "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
            "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU", "VI",
            "AS", "MP", "FM", "MH", "PW", "AA", "AE", "AP");

    private static final Pattern BEFORE_ZIP =
            Pattern.compile("(?<![\\p{L}\\p{N}])([A-Z]{2})\\p{Z}{1,4}(?=\\d{5}(?!\\d))");

    private StateCode() {}

    /** The last known code that stands before a ZIP (12345, 12345-6789, 12345 6789), empty without one. */
    public static Optional<String> in(String location) {
        return BEFORE_ZIP
                .matcher(location)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(KNOWN::contains)
                .reduce((earlier, later) -> later);
    }
}
