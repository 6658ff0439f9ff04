package io.vigie.access.recordreads;

import io.vigie.access.tokens.SecretText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for: about one, by its id, also where a list is narrowed to one client; or about many, by the SHA-256 of the
 * query, whatever the order of its parameters. What can't be an id is hashed too, for nobody says what it is.
 *
 * @param endpoint the path, with variables
 */
record Question(String endpoint, @Nullable String subject, byte @Nullable [] hash) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The parameter of a list that makes it one about a single client. */
    private static final String ONE_OF_MANY = "clientId";

    static Question of(String endpoint, Collection<String> variables, Map<String, String[]> query) {
        String asked = variables.isEmpty() ? narrowedTo(query.get(ONE_OF_MANY)) : String.join("/", variables);
        if (ID.matcher(asked).matches()) {
            return new Question(endpoint, asked, null);
        }
        String whole = query.entrySet().stream()
                .flatMap(
                        parameter -> Arrays.stream(parameter.getValue()).map(value -> parameter.getKey() + "=" + value))
                .sorted()
                .collect(Collectors.joining("&", asked + "?", ""));
        return new Question(endpoint, null, SecretText.hash(whole));
    }

    private static String narrowedTo(String @Nullable [] ids) {
        return ids != null && ids.length == 1 && ID.matcher(ids[0]).matches() ? ids[0] : "";
    }
}
