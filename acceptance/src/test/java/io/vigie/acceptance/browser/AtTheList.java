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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stays where it is: rows under a hand, and what is written when a session ends. */
abstract class AtTheList {

    /** As many rows as are surely drawn. */
    private static final int WATCHED = 8;

    private final Agency agency;

    AtTheList(Agency agency) {
        this.agency = agency;
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
