package io.vigie.access.rules;

import io.vigie.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role may do what, as {@code rules.txt} beside this class says: a line for each method and path, a column for each
 * role, one that says whether somebody has to be signed in for it, and one whether an auditor's asking is recorded. What has
 * no line is allowed to nobody.
 */
public final class AccessRules {

    private static final String OPEN = "anyone";
    private static final List<String> LAST = List.of("in-person", "recorded");
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "-", false);

    /** Of the elements of an address, which are separators and words in turn. */
    private static final int SECOND = 3;

    private static final PathPatternParser PATTERNS = new PathPatternParser();

    private final List<AccessRule> written;
    private final List<AccessRule> rules;

    /** Those that can be at an address, by its second word, which tells most of them apart: every request asks. */
    private final Map<String, List<AccessRule>> bySecondWord = new HashMap<>();

    private final List<AccessRule> anywhere;

    private AccessRules(List<AccessRule> written) {
        this.written = List.copyOf(written);
        this.rules =
                written.stream().sorted(Comparator.comparing(AccessRule::path)).toList();
        this.anywhere = withSecondWord("");
        for (AccessRule rule : rules) {
            bySecondWord.computeIfAbsent(rule.secondWord(), this::withSecondWord);
        }
    }

    private List<AccessRule> withSecondWord(String word) {
        return rules.stream()
                .filter(rule -> rule.secondWord().isEmpty() || rule.secondWord().equals(word))
                .toList();
    }

    /** Those of this version of Vigie. */
    public static AccessRules published() {
        try (InputStream text = AccessRules.class.getResourceAsStream("rules.txt")) {
            if (text == null) {
                throw new IllegalStateException("the table of rules is missing");
            }
            return of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a text: words separated by blanks, {@code #} begins a remark, the first line names the columns.
     *
     * @throws IllegalArgumentException when a line can't be a rule, or is there twice
     */
    public static AccessRules of(String text) {
        List<String[]> lines = text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a table of rules needs a line that names its columns");
        }
        List<Role> columns = columns(lines.get(0));
        List<AccessRule> rules = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String[] words : lines.subList(1, lines.size())) {
            AccessRule rule = rule(words, columns);
            if (!seen.add(rule.method() + " " + rule.path())) {
                throw new IllegalArgumentException(words[0] + " " + words[1] + " has two rules");
            }
            rules.add(rule);
        }
        return new AccessRules(rules);
    }

    private static List<Role> columns(String[] words) {
        if (!words[0].equals("method") || !words[1].equals("path")) {
            throw new IllegalArgumentException("the first two columns are method and path");
        }
        int roles = words.length - LAST.size();
        if (roles < 2 || !Arrays.asList(words).subList(roles, words.length).equals(LAST)) {
            throw new IllegalArgumentException("the last columns are " + String.join(" and ", LAST));
        }
        List<Role> columns = Arrays.stream(words, 2, roles)
                .map(word -> Role.of(word).orElseThrow(() -> new IllegalArgumentException(word + " is no role")))
                .toList();
        if (!Set.copyOf(columns).equals(Set.of(Role.values())) || columns.size() != Role.values().length) {
            throw new IllegalArgumentException("every role has one column");
        }
        return columns;
    }

    private static AccessRule rule(String[] words, List<Role> columns) {
        boolean open = words.length == 3 && words[2].equals(OPEN);
        if (!open && words.length != 2 + columns.size() + LAST.size()) {
            throw new IllegalArgumentException(String.join(" ", words) + ": a rule has a word for each role and for "
                    + String.join(" and ", LAST) + ", or only " + OPEN);
        }
        Map<Role, Reach> reaches = new EnumMap<>(Role.class);
        for (int column = 0; column < columns.size(); column++) {
            String word = open ? Reach.ALL.toString() : words[column + 2];
            reaches.put(
                    columns.get(column),
                    Reach.of(word).orElseThrow(() -> new IllegalArgumentException(word + " is no reach")));
        }
        return new AccessRule(
                words[0],
                PATTERNS.parse(words[1]),
                open,
                reaches,
                !open && isYes(words[words.length - 2]),
                !open && isYes(words[words.length - 1]));
    }

    private static boolean isYes(String word) {
        return Optional.ofNullable(YES_OR_NO.get(word))
                .orElseThrow(() -> new IllegalArgumentException(word + " is neither yes nor -"));
    }

    /** Where a request goes, as the rules name it. */
    public static PathContainer address(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : RequestPath.parse(request.getRequestURI(), request.getContextPath());
        return path.pathWithinApplication();
    }

    /** The rule for a request: in plain loops, as every request asks. */
    public Optional<AccessRule> of(String method, PathContainer address) {
        for (AccessRule rule : about(address)) {
            if (rule.takes(method) && rule.isAt(address)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** The methods for which there is a rule at an address; none when there is nothing at all. */
    public Set<String> methods(PathContainer address) {
        return about(address).stream()
                .filter(rule -> rule.isAt(address))
                .map(AccessRule::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rule for an endpoint, by the path that its controller names. */
    public Optional<AccessRule> ofEndpoint(String method, String pattern) {
        return rules.stream()
                .filter(rule ->
                        rule.takes(method) && rule.path().getPatternString().equals(pattern))
                .findFirst();
    }

    /** All of them, the most specific of a place first. */
    public List<AccessRule> all() {
        return rules;
    }

    /** All of them as they are written, one after the other. */
    public List<AccessRule> asWritten() {
        return written;
    }

    private List<AccessRule> about(PathContainer address) {
        return bySecondWord.getOrDefault(secondWord(address), anywhere);
    }

    private static String secondWord(PathContainer address) {
        List<PathContainer.Element> elements = address.elements();
        return elements.size() > SECOND && elements.get(SECOND) instanceof PathContainer.PathSegment word
                ? word.valueToMatch()
                : "";
    }
}
