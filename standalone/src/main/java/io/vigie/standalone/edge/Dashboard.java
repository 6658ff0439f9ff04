package io.vigie.standalone.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pages of the module dashboard: each file at an address of its own, and the document that they start from at the
 * address of every screen. There are none where Vigie was built without Node.
 */
final class Dashboard {

    private static final String DOCUMENT = "index.html";

    /** Below each of them the pages themselves say what isn't there. */
    private static final Pattern SCREEN =
            Pattern.compile("/(portfolio|clients|account-managers|models|events|pipeline|new-client)(/[^/]+)*");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "md", "text/markdown;charset=utf-8");

    private final OwnPages.Page document;
    private final Map<String, OwnPages.Page> files;

    private Dashboard(OwnPages.Page document, Map<String, OwnPages.Page> files) {
        this.document = document;
        this.files = files;
    }

    /** The pages on the class path; empty when it has none. */
    static Optional<Dashboard> built() {
        return in("/io/vigie/dashboard/");
    }

    /** Those of a folder on the class path that has a list of them. */
    static Optional<Dashboard> in(String folder) {
        try (InputStream list = Dashboard.class.getResourceAsStream(folder + "files.txt")) {
            if (list == null) {
                return Optional.empty();
            }
            Map<String, OwnPages.Page> files = new HashMap<>();
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.equals(DOCUMENT))
                    .forEach(name -> files.put("/" + name, FilePage.unchanging(type(name), folder + name)));
            return Optional.of(new Dashboard(FilePage.document(folder + DOCUMENT), files));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The document that every screen starts from. */
    OwnPages.Page document() {
        return document;
    }

    /** What is at an address; empty for nothing. */
    Optional<OwnPages.Page> at(String path) {
        return SCREEN.matcher(path).matches() ? Optional.of(document) : Optional.ofNullable(files.get(path));
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
