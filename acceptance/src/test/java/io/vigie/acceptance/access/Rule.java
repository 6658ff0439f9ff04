package io.vigie.acceptance.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A line of the table that says which role may do what.
 *
 * @param path with variables
 * @param reaches by role; none when everybody may without signing in
 * @param inPerson whether a token isn't enough
 */
public record Rule(String method, String path, Map<String, String> reaches, boolean inPerson) {

    private static final Path TABLE = Path.of(System.getProperty("vigie.checkout", ".."))
            .resolve("access/src/main/resources/io/vigie/access/rules/rules.txt");

    /** The whole table, read by nothing of Vigie's. */
    public static List<Rule> all() throws IOException {
        List<List<String>> lines = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .toList();
        List<String> columns = lines.get(0);
        return lines.stream().skip(1).map(line -> of(line, columns)).toList();
    }

    private static Rule of(List<String> words, List<String> columns) {
        Map<String, String> reaches = new HashMap<>();
        for (int column = 2; column < words.size() && !words.contains("anyone"); column++) {
            reaches.put(columns.get(column), words.get(column));
        }
        boolean inPerson = "yes".equals(reaches.get("in-person"));
        return new Rule(words.get(0), words.get(1), Map.copyOf(reaches), inPerson);
    }

    boolean isOpen() {
        return reaches.isEmpty();
    }

    /** How far the widest of these roles reaches: {@code all}, {@code own}, {@code masked} or {@code -}. */
    String reach(List<String> roles) {
        List<String> found =
                roles.stream().map(role -> reaches.getOrDefault(role, "-")).toList();
        return Stream.of("all", "own", "masked")
                .filter(found::contains)
                .findFirst()
                .orElse("-");
    }

    boolean isOf(String variable) {
        return path.contains("{" + variable + "}");
    }

    /** Whether a service answers it itself and the edge doesn't pass it on. */
    boolean isBehindTheEdge() {
        return !path.startsWith("/api/");
    }
}
