package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen in every look: drawn, accessible, quiet, no wider than the window; and what the README shows of them. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ScreensIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static Agency agency;
    private static String client;

    /** A screen, and who is shown it here. */
    enum Screen {
        PORTFOLIO("/portfolio", "ann", "Portfolio", "Portefeuille"),
        CLIENTS("/clients", "ann", "Clients", "Clients"),
        CLIENT("/clients/{client}", "ann", "Person", "Person"),
        ACCOUNT_MANAGERS("/account-managers", "ann", "Account managers", "Chargés de clientèle"),
        MODELS("/models", "ben", "Models", "Modèles"),
        EVENTS("/events", "cleo", "Events", "Événements"),
        PIPELINE("/pipeline", "otto", "Pipeline", "Chaîne"),
        NEW_CLIENT("/new-client", "ann", "New client", "Nouveau client");

        private final String path;
        private final String account;
        private final String english;
        private final String french;

        Screen(String path, String account, String english, String french) {
            this.path = path;
            this.account = account;
            this.english = english;
            this.french = french;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a screen may look, and what the names of its pictures end with. */
    enum Shown {
        DESK(Look.DESK, ""),
        DARK(Look.DARK, "-dark"),
        FRENCH(Look.FRENCH, "-fr"),
        PHONE(Look.PHONE, "-phone");

        private final Look look;
        private final String suffix;

        Shown(Look look, String suffix) {
            this.look = look;
            this.suffix = suffix;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        agency = Agency.open(folder);
        List<String> riskiest = agency.riskiest();
        for (int place = 0; place < Math.min(12, riskiest.size()); place++) {
            agency.vigie()
                    .api()
                    .put(
                            "/api/clients/" + riskiest.get(place) + "/account-manager",
                            Map.of("accountManagerId", place % 3 == 0 ? "jules" : "ada", "reason", "high risk"));
        }
        client = riskiest.get(1);
        agency.vigie().api().post("/api/clients/" + client + "/purchases", Map.of("amount", 250, "reference", "INV-7"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (agency != null) {
            agency.close();
        }
    }

    /** Each person signs in once for a look, and goes from screen to screen. */
    @ParameterizedTest
    @EnumSource(Shown.class)
    void givenALook_whenEveryScreenIsSeenInIt_thenDrawnAccessibleQuietAndNoWiderThanTheWindow(Shown shown)
            throws Exception {
        Map<String, List<Screen>> screens =
                new TreeMap<>(Stream.of(Screen.values()).collect(Collectors.groupingBy(screen -> screen.account)));
        for (Map.Entry<String, List<Screen>> theirs : screens.entrySet()) {
            try (Person person = agency.person(theirs.getKey(), shown.look)) {
                for (Screen screen : theirs.getValue()) {
                    look(person, screen, shown);
                }
                person.expectQuiet();
            }
        }
    }

    private static void look(Person person, Screen screen, Shown shown) throws Exception {
        Page page = person.open(screen.path.replace("{client}", client)).page();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator("main h1").first())
                .containsText(shown == Shown.FRENCH ? screen.french : screen.english);
        assertThat(page.locator("main .skeleton")).hasCount(0);
        assertThat(page.locator("main [role=alert]")).hasCount(0);
        assertThat(page.locator("html"))
                .hasAttribute("lang", shown.look.language().substring(0, 2));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is wider than %d px", screen, shown.look.width())
                .isLessThanOrEqualTo(shown.look.width());
        person.expectAccessible(screen + shown.suffix);
        shoot(page, screen.file() + shown.suffix, shown == Shown.DESK);
    }

    /** Where the README has its pictures from: {@code -Dvigie.screenshots=write} puts those of the desk in place. */
    private static void shoot(Page page, String name, boolean forReadme) throws Exception {
        boolean kept = forReadme && "write".equals(System.getProperty("vigie.screenshots"));
        Path to = kept
                ? Path.of(System.getProperty("vigie.checkout", ".."), "docs", "screenshots")
                : Path.of("target", "screenshots");
        Files.createDirectories(to);
        page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")));
    }

    @Test
    void givenNoMouse_whenTheKeysAreUsed_thenAClientIsFoundOpenedAndLeftAgain() {
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = ann.open("/portfolio").page();
            page.keyboard().press("g");
            page.keyboard().press("c");
            page.waitForURL("**/clients*");
            page.locator("table.clients tbody tr[aria-rowindex='2']").waitFor();
            page.keyboard().press("/");
            page.keyboard().type("company 7");
            page.waitForURL("**q=company*");
            page.keyboard().press("Escape");
            assertThat(page.locator("table.clients tbody tr[aria-rowindex='2']"))
                    .containsText("Company 7");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/clients/*");
            assertThat(page.locator("main h1").first()).containsText("Person");
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            ann.expectQuiet();
        }
    }

    /** What is done at the list of clients, after all screens were seen as they are. */
    @Nested
    @Order(1)
    class Lists extends AtTheList {
        Lists() {
            super(agency);
        }
    }

    /** What kills parts of the system. */
    @Nested
    @Order(2)
    class Cut extends AfterACut {
        Cut() {
            super(agency);
        }
    }

    /** What opens from the screens, last: it leaves dead letters. */
    @Nested
    @Order(3)
    class Deeper extends BelowTheScreens {
        Deeper() {
            super(agency);
        }
    }
}
