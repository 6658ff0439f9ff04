package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.vigie.acceptance.browser.Named.button;
import static io.vigie.acceptance.browser.Named.row;
import static io.vigie.acceptance.browser.Named.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vigie.acceptance.faults.RawProducer;
import io.vigie.acceptance.models.ModelWork;
import io.vigie.acceptance.system.Patience;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What opens from the screens, light and dark: dialogs, dead letters and the views of a model are as accessible. */
abstract class BelowTheScreens {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<Look> LOOKS = List.of(Look.DESK, Look.DARK);

    private final Agency agency;

    BelowTheScreens(Agency agency) {
        this.agency = agency;
    }

    @Test
    void givenTheList_whenItsDialogsAreOpened_thenAccessible() {
        for (Look look : LOOKS) {
            try (Person ann = agency.person("ann", look)) {
                Page page = ann.open("/clients").page();
                button(page, "Import a file").click();
                dialog(ann, page, "import");
                page.keyboard().press("?");
                dialog(ann, page, "keys");
                row(page, 1).locator("input[type=checkbox]").check();
                button(page, "Assign 1 client").click();
                page.locator("dialog").getByText("Ada Byron").click();
                dialog(ann, page, "assign");
                ann.expectQuiet();
            }
        }
    }

    /** Looks at the dialog that is open, and closes it. */
    private static void dialog(Person person, Page page, String what) {
        assertThat(page.locator("dialog")).isVisible();
        assertThat(page.locator("dialog .skeleton")).hasCount(0);
        person.expectAccessible("dialog: " + what);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
    }

    @Test
    void givenAChallenger_whenTheViewsOfTheModelAreOpened_thenAccessible() throws Exception {
        ModelWork work = ModelWork.start(agency.vigie());
        work.next(0);
        work.awaitInPlace();
        for (String client : agency.riskiest().subList(0, 12)) {
            agency.vigie().api().post("/api/clients/" + client + "/purchases", Map.of("amount", 3));
        }
        Patience.await(
                "both have scored",
                PATIENCE,
                () -> agency.vigie()
                                .api()
                                .get("/api/models/churn/comparison")
                                .body()
                                .path("clients")
                                .asInt()
                        > 0);
        // The first time that its document is read takes a while.
        agency.vigie().api().get("/api/models/churn/versions/1");
        for (Look look : LOOKS) {
            try (Person ben = agency.person("ben", look)) {
                for (String view : List.of("curves", "comparison", "drift", "quality", "history")) {
                    Page page = ben.open("/models?name=churn&version=1&view=" + view)
                            .page();
                    assertThat(page.locator(".models-main h2").first()).isVisible();
                    assertThat(page.locator("main .skeleton"))
                            .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
                    ben.expectAccessible("models, " + view);
                }
                Page page = ben.open("/models?name=churn&version=2").page();
                button(page, "Propose churn/2 as champion").click();
                assertThat(page.locator("dialog")).containsText("clients would change band", within(20_000));
                dialog(ben, page, "promote");
                ben.expectQuiet();
            }
        }
    }

    @Test
    void givenADeadLetter_whenListedAndOpened_thenAccessible() throws Exception {
        try (RawProducer producer = RawProducer.plain(agency.vigie().kafka())) {
            producer.send(new ProducerRecord<>(
                    Topics.CLIENT_EVENTS.name(), "poisoned", "{not json".getBytes(StandardCharsets.UTF_8)));
        }
        Patience.await(
                "a letter",
                PATIENCE,
                () -> !agency.vigie().api().all("/api/dead-letters").isEmpty());
        for (Look look : LOOKS) {
            letter("cleo", look).close();
            try (Person otto = letter("otto", look)) {
                button(otto.page().locator(".decide"), "Evict the record").click();
                dialog(otto, otto.page(), "evict");
                otto.expectQuiet();
            }
        }
    }

    /** Somebody who looks at the list of letters and opens the first. */
    private Person letter(String account, Look look) {
        Person person = agency.person(account, look);
        Page page = person.open("/events?view=dead-letters").page();
        page.locator("button.letter").first().waitFor();
        person.expectAccessible("dead letters, " + account);
        page.locator("button.letter").first().click();
        page.locator(".opened dl").first().waitFor();
        person.expectAccessible("a dead letter, " + account);
        return person;
    }
}
