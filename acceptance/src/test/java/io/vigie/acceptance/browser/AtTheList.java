package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.vigie.acceptance.browser.Named.button;
import static io.vigie.acceptance.browser.Named.row;
import static io.vigie.acceptance.browser.Named.text;
import static io.vigie.acceptance.browser.Named.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.vigie.acceptance.system.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of clients while others work too and without a mouse, and what stays when a session ends. */
abstract class AtTheList {

    /** As many rows as are surely drawn. */
    private static final int WATCHED = 8;

    private final Agency agency;

    AtTheList(Agency agency) {
        this.agency = agency;
    }

    @Test
    void givenTwoWindows_whenClientsAreAssignedByKeysAloneInOne_thenTheListOfTheOtherShowsItWithoutReload()
            throws Exception {
        String list = "/clients?band=medium&unassigned=true";
        try (Person amy = agency.person("amy", Look.DESK);
                Person ann = agency.person("ann", Look.DESK)) {
            Page other = live(amy, list);
            String first = name(row(other, 1));
            Page page = live(ann, list);
            row(page, 1).waitFor();
            for (String key : List.of("j", "x", "j", "x")) {
                page.keyboard().press(key);
            }
            assertThat(page.locator(".worklist-chosen")).containsText("2 selected");
            tabTo(page, "Shift+Tab", "Assign 2 clients");
            page.keyboard().press("Enter");
            assertThat(page.locator("dialog")).containsText("Who takes them on?");
            tabTo(page, "Tab", "manager");
            page.keyboard().press("Space");
            tabTo(page, "Tab", "Assign 2 clients");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notices")).containsText("2 clients assigned to", within(15_000));

            for (int number = 1; number <= 2; number++) {
                agency.awaitManaged(id(row(page, number)));
                assertThat(row(other, number).locator(".column-manager")).not().hasText("nobody", text(15_000));
                assertThat(row(other, number)).containsText("fits no longer");
            }
            assertThat(name(row(other, 1))).isEqualTo(first);
            assertThat(button(other, "2 rows changed – sort again")).isVisible();
            assertNotReloaded(other);
            amy.expectQuiet();
            ann.expectQuiet();
        }
    }

    @Test
    void givenARowUnderTheCursor_whenItsClientBecomesTheRiskiest_thenItMovesOnlyWhenTheListIsSortedAgain()
            throws Exception {
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = live(ann, "/clients?band=high");
            Locator sixth = row(page, 6);
            List<String> before = names(page);
            String risk = sixth.locator(".risk-number").innerText();
            sixth.hover();
            BoundingBox place = sixth.boundingBox();

            agency.changeSites(id(sixth), 40);
            assertThat(sixth.locator(".risk-number")).not().hasText(risk);
            assertThat(button(page, "1 row changed – sort again")).isVisible();
            assertThat(names(page)).isEqualTo(before);
            assertThat(sixth.boundingBox()).usingRecursiveComparison().isEqualTo(place);

            button(page, "1 row changed – sort again").click();
            assertThat(row(page, 1).locator(".column-client a b")).hasText(before.get(5));
            assertThat(page.locator(".worklist-bar")).not().containsText("sort again");
            ann.expectQuiet();
        }
    }

    @Test
    void givenAHalfWrittenForm_whenTheSessionEnds_thenThePageSaysSoAndGoesOnWithWhatWasWritten() {
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = live(ann, "/new-client");
            page.locator("[name=name]").fill("Grace Murray");
            Page other = ann.another("/clients");
            other.locator(".menu summary").click();
            button(other, "Sign out").click();
            Locator ended = page.locator(".session-ended");
            assertThat(ended).containsText("Your session has ended.", within(30_000));
            Page again = page.waitForPopup(() -> ended.locator("a").click());
            agency.team().signIn(again, "ann");
            assertThat(ended).hasCount(0);
            assertThat(page.locator(".live")).hasText("live", text(15_000));
            assertThat(page.locator("[name=name]")).hasValue("Grace Murray");
            assertNotReloaded(page);
            ann.expectQuiet();
        }
    }

    @Test
    void givenAClientWithManyEvents_whenItsPageIsOpened_thenTheNewestAreThereAndTheOldestWhenAskedFor()
            throws Exception {
        String client = agency.vigie()
                .api()
                .all("/api/clients?band=low&status=active")
                .get(0)
                .path("clientId")
                .asString();
        int version = 0;
        for (int purchase = 0; purchase < 205; purchase++) {
            Answer bought = agency.vigie().api().post("/api/clients/" + client + "/purchases", Map.of("amount", 1));
            assertThat(bought.succeeded()).as(bought.text()).isTrue();
            version = bought.body().path("version").asInt();
        }
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = ann.open("/clients/" + client).page();
            Locator panel = page.locator(
                    ".panel",
                    new Page.LocatorOptions()
                            .setHas(page.locator("h2", new Page.LocatorOptions().setHasText("Events"))));
            assertThat(panel).containsText("The newest 200; there are older ones.");
            Locator versions = panel.locator(".event-version");
            assertThat(versions.first()).hasText(String.valueOf(version), text(15_000));
            for (int shown = 20; shown < version; shown += 20) {
                assertThat(versions).hasCount(shown);
                button(panel, "Show more").click();
            }
            assertThat(versions.last()).hasText("1");
            assertThat(button(panel, "Show more")).hasCount(0);
            ann.expectQuiet();
        }
    }

    /** A page that the stream keeps current, with a mark that goes when it is loaded again. */
    private static Page live(Person person, String path) {
        Page page = person.open(path).page();
        assertThat(page.locator(".live")).hasText("live", text(10_000));
        assertThat(page.locator("main .skeleton")).hasCount(0);
        page.evaluate("window.notReloaded = true");
        return page;
    }

    private static void assertNotReloaded(Page page) {
        assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    }

    /** Presses a key until the focus is on what has that name or text. */
    private static void tabTo(Page page, String key, String what) {
        for (int times = 0; times < 25; times++) {
            page.keyboard().press(key);
            String here = String.valueOf(
                    page.evaluate("(document.activeElement.name || document.activeElement.textContent || '').trim()"));
            if (here.equals(what)) {
                return;
            }
        }
        throw new AssertionError("the focus doesn't come to " + what);
    }

    private static String name(Locator row) {
        return row.locator(".column-client a b").innerText();
    }

    private static List<String> names(Page page) {
        return IntStream.rangeClosed(1, WATCHED)
                .mapToObj(number -> name(row(page, number)))
                .toList();
    }

    private static String id(Locator row) {
        String href = row.locator(".column-client a").getAttribute("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
