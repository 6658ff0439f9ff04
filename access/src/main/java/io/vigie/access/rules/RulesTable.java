package io.vigie.access.rules;

import io.vigie.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules as people read them: a table in Markdown, in the order of {@code rules.txt}. */
public final class RulesTable {

    private static final String YES = "✓";
    private static final String NO = "–";

    private RulesTable() {}

    /** Lines that each end with a line feed; the first two are the head. */
    public static String markdown(AccessRules rules) {
        List<String> roles = Arrays.stream(Role.values()).map(Role::toString).toList();
        Stream<List<String>> head = Stream.of(
                cells("", roles, "in person", "recorded"),
                cells("---", roles.stream().map(role -> ":-:").toList(), ":-:", ":-:"));
        return Stream.concat(head, rules.asWritten().stream().map(RulesTable::cells))
                .map(cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static List<String> cells(AccessRule rule) {
        List<String> words = Arrays.stream(Role.values())
                .map(role -> word(rule.reaches().getOrDefault(role, Reach.NONE)))
                .toList();
        String what = "`" + rule.method() + " " + rule.path().getPatternString() + "`";
        return cells(rule.open() ? what + " (anyone)" : what, words, word(rule.inPerson()), word(rule.recorded()));
    }

    private static List<String> cells(String first, List<String> middle, String... last) {
        return Stream.of(List.of(first), middle, List.of(last))
                .flatMap(List::stream)
                .toList();
    }

    private static String word(boolean yes) {
        return yes ? YES : NO;
    }

    private static String word(Reach reach) {
        return switch (reach) {
            case ALL -> YES;
            case NONE -> NO;
            case OWN, MASKED -> reach.toString();
        };
    }
}
