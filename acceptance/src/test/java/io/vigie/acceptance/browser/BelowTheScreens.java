package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.vigie.acceptance.browser.Named.button;
import static io.vigie.acceptance.browser.Named.row;

import com.microsoft.playwright.Page;
import io.vigie.acceptance.faults.RawProducer;
import io.vigie.acceptance.system.Patience;
import io.vigie.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What opens from the screens, light and dark: dialogs and dead letters are as accessible. */
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
