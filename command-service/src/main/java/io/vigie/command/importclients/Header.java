package io.vigie.command.importclients;

import io.vigie.web.Rejected;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where each column stands.
 *
 * @param places by column, from 0
 * @param titles of all fields of the header, empty surplus ones at its end left out
 */
record Header(Map<Column, Integer> places, List<String> titles) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_ -]{1,40}");

    /** Throws a 422 that names the columns that are missing, unknown or there twice. */
    static Header of(List<String> fields) {
        List<String> titles = new ArrayList<>(fields.stream().map(String::strip).toList());
        while (!titles.isEmpty() && titles.get(titles.size() - 1).isEmpty()) {
            titles.remove(titles.size() - 1);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> faults = new ArrayList<>();
        for (int place = 0; place < titles.size(); place++) {
            String name = named(titles.get(place), place);
            Column column = Column.titled(titles.get(place)).orElse(null);
            if (column == null) {
                faults.add("unknown column " + name);
            } else if (places.put(column, place) != null) {
                faults.add("duplicate column " + name);
            }
        }
        for (Column column : Column.values()) {
            if (column.required() && !places.containsKey(column)) {
                faults.add("missing column " + column.title());
            }
        }
        if (!faults.isEmpty()) {
            throw rejected(faults);
        }
        return new Header(places, List.copyOf(titles));
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    String value(Column column, List<String> fields) {
        Integer place = places.get(column);
        return place == null ? "" : fields.get(place).strip();
    }

    private static Rejected rejected(List<String> faults) {
        List<String> told = faults.subList(0, Math.min(20, faults.size()));
        Rejected rejected = Rejected.unprocessable(
                "bad-header",
                "Bad header",
                "The first line must name, separated by commas, Names, Age, Total_Purchase, Years, Num_Sites, Onboard_date,"
                        + " Location, Company and if need be Account_Manager and Churn.");
        told.forEach(fault -> rejected.error("header", fault));
        return rejected;
    }

    private static String named(String title, int place) {
        return HARMLESS.matcher(title).matches() ? title : "number " + (place + 1);
    }
}
