package io.vigie.command.importclients;

import io.vigie.command.platform.Checks;
import io.vigie.command.registerclient.RegisterClient;
import io.vigie.command.registerclient.Registration;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows into commands, by the checks that a registration over REST goes through. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[\\d.]{0,30},\\d{1,30}");
    private static final Pattern DAY_AND_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)Z?)?");
    private static final char REPLACEMENT = '\uFFFD';
    private static final String NO_DAY = "1900-01-01";

    private final Header header;
    private final LocalDate today;

    RowReader(Header header, LocalDate today) {
        this.header = header;
        this.today = today;
    }

    Row read(long line, List<String> fields) {
        int width = header.titles().size();
        if (fields.size() < width) {
            return new Row.Rejected(
                    line, header.titles().get(fields.size()), "is missing: the row has too few fields", false);
        }
        if (fields.stream().skip(width).anyMatch(surplus -> !surplus.isBlank())) {
            return new Row.Rejected(line, "", "the row has more fields than the header", false);
        }
        Checks checks = new Checks();
        boolean managed = flag(checks, Column.ACCOUNT_MANAGER, fields);
        boolean left = flag(checks, Column.CHURN, fields);
        RegisterClient client = new Registration(
                        null,
                        text(checks, Column.NAMES, fields),
                        text(checks, Column.COMPANY, fields),
                        text(checks, Column.LOCATION, fields),
                        number(checks, Column.AGE, fields),
                        day(checks, fields),
                        number(checks, Column.YEARS, fields),
                        number(checks, Column.TOTAL_PURCHASE, fields),
                        number(checks, Column.NUM_SITES, fields),
                        null)
                .command(checks, ClientIdentity::of, managed, today);
        Optional<Checks.Fault> fault = checks.firstFault();
        return fault.isPresent()
                ? new Row.Rejected(
                        line, Column.titleOf(fault.get().field()), fault.get().message(), false)
                : new Row.Readable(line, client, left, fields.size() > width);
    }

    private String text(Checks checks, Column column, List<String> fields) {
        String value = header.value(column, fields);
        return value.indexOf(REPLACEMENT) >= 0 ? checks.fault(column.field(), "must be valid UTF-8", "-") : value;
    }

    private @Nullable BigDecimal number(Checks checks, Column column, List<String> fields) {
        String value = header.value(column, fields);
        if (value.isEmpty()) {
            return null;
        }
        if (NUMBER.matcher(value).matches()) {
            return new BigDecimal(value);
        }
        return checks.fault(
                column.field(),
                WITH_COMMA.matcher(value).matches()
                        ? "must have a decimal point, not a decimal comma"
                        : "must be a number",
                BigDecimal.ZERO);
    }

    private @Nullable String day(Checks checks, List<String> fields) {
        Matcher matcher = DAY_AND_TIME.matcher(header.value(Column.ONBOARD_DATE, fields));
        if (!matcher.matches()) {
            return header.value(Column.ONBOARD_DATE, fields).isEmpty()
                    ? null
                    : checks.fault(
                            Column.ONBOARD_DATE.field(),
                            "must be written like 2016-06-29 or 2016-06-29 06:20:07",
                            NO_DAY);
        }
        try {
            if (matcher.group(2) != null) {
                LocalTime.parse(matcher.group(2));
            }
            return matcher.group(1);
        } catch (DateTimeException e) {
            return checks.fault(Column.ONBOARD_DATE.field(), "must have a time of day that exists", NO_DAY);
        }
    }

    private boolean flag(Checks checks, Column column, List<String> fields) {
        BigDecimal value = number(checks, column, fields);
        return header.has(column) && checks.whole(column.field(), value, 0, 1) == 1;
    }
}
