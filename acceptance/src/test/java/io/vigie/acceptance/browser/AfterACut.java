package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.vigie.acceptance.browser.Named.row;
import static io.vigie.acceptance.browser.Named.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vigie.acceptance.system.Answer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a page shows of that which happened while its live stream was cut. */
abstract class AfterACut {

    private static final int BACK_WITHIN_MILLIS = 60_000;

    private final Agency agency;

    AfterACut(Agency agency) {
        this.agency = agency;
    }

    @Test
    void givenALivePage_whenTheEdgeDiesWhileAClientBuys_thenItIsToldAndReadsNothingAgain() throws Exception {
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = live(ann);
            Locator first = row(page, 1);
            String before = value(first).innerText();
            List<String> read = readFromNowOn(page);

            agency.vigie().kill(List.of("edge"));
            buy(client(first));

            assertThat(value(first)).not().hasText(before, text(BACK_WITHIN_MILLIS));
            assertThat(page.locator(".live")).hasText("live", text(BACK_WITHIN_MILLIS));
            // Had it been told to read everything, it would have done so by now.
            page.waitForTimeout(2_000);
            assertThat(read).noneMatch(AfterACut::isOfTheList);
            ann.expectQuiet();
        } finally {
            agency.vigie().awaitReady();
        }
    }

    @Test
    void givenALivePage_whenTheQueryServiceDiesWhileAClientBuys_thenEverythingIsReadAgain() throws Exception {
        try (Person ann = agency.person("ann", Look.DESK)) {
            Page page = live(ann);
            Locator first = row(page, 1);
            String before = value(first).innerText();
            List<String> read = readFromNowOn(page);

            agency.vigie().kill(List.of("query-service"));
            buy(client(first));

            page.waitForCondition(
                    () -> read.stream().anyMatch(AfterACut::isOfTheList),
                    new Page.WaitForConditionOptions().setTimeout(BACK_WITHIN_MILLIS));
            assertThat(value(first)).not().hasText(before, text(BACK_WITHIN_MILLIS));
            assertThat(page.locator(".live")).hasText("live", text(BACK_WITHIN_MILLIS));
            ann.expectQuiet();
        } finally {
            agency.vigie().awaitReady();
        }
    }

    private static Page live(Person person) {
        Page page = person.open("/clients").page();
        assertThat(page.locator(".live")).hasText("live", text(10_000));
        assertThat(page.locator("main .skeleton")).hasCount(0);
        assertThat(value(row(page, 1))).isVisible();
        return page;
    }

    private static boolean isOfTheList(String url) {
        return url.contains("/api/clients?");
    }

    private static List<String> readFromNowOn(Page page) {
        List<String> urls = new CopyOnWriteArrayList<>();
        page.onRequest(request -> urls.add(request.url()));
        return urls;
    }

    /** Said to the command service itself, which goes on. */
    private void buy(String client) throws IOException, InterruptedException {
        URI commands = URI.create("http://127.0.0.1:" + agency.vigie().port("command-service"));
        Answer bought = agency.vigie()
                .api()
                .at(commands)
                .post("/api/clients/" + client + "/purchases", Map.of("amount", 7_654_321));
        assertThat(bought.succeeded()).as(bought.text()).isTrue();
    }

    private static Locator value(Locator row) {
        return row.locator(".column-value");
    }

    private static String client(Locator row) {
        String href = row.locator(".column-client a").getAttribute("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
