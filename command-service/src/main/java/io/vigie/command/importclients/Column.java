package io.vigie.command.importclients;

import java.util.Arrays;
import java.util.Optional;

/** The columns of the public churn file, with the fields of a registration that they fill. */
enum Column {
    NAMES("Names", "name", true),
    AGE("Age", "age", true),
    TOTAL_PURCHASE("Total_Purchase", "totalPurchase", true),
    ACCOUNT_MANAGER("Account_Manager", "managedElsewhere", false),
    YEARS("Years", "years", true),
    NUM_SITES("Num_Sites", "numSites", true),
    ONBOARD_DATE("Onboard_date", "onboardedOn", true),
    LOCATION("Location", "location", true),
    COMPANY("Company", "company", true),
    CHURN("Churn", "left", false);

    private final String title;
    private final String field;
    private final boolean required;

    Column(String title, String field, boolean required) {
        this.title = title;
        this.field = field;
        this.required = required;
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    static String titleOf(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .map(Column::title)
                .findFirst()
                .orElse(field);
    }

    String title() {
        return title;
    }

    String field() {
        return field;
    }

    boolean required() {
        return required;
    }
}
