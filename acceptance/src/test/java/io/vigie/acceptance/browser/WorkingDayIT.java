package io.vigie.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.vigie.acceptance.browser.Named.button;
import static io.vigie.acceptance.browser.Named.named;
import static io.vigie.acceptance.browser.Named.row;
import static io.vigie.acceptance.browser.Named.text;
import static io.vigie.acceptance.browser.Named.visible;
import static io.vigie.acceptance.browser.Named.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.models.SecondModel;
import io.vigie.acceptance.system.Patience;
import io.vigie.acceptance.system.RunningVigie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A day of an agency at its screens, from the first file on; each test goes on where the one before ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkingDayIT {

    private static final int ROWS = 720;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static RunningVigie vigie;
    private static Chromium chromium;
    private static Team team;
    private static Person ann;

    @BeforeAll
    static void start() throws Exception {
        vigie = RunningVigie.start(folder.resolve("data"), Map.of());
        chromium = Chromium.start();
        team = Team.of(vigie);
        ann = team.at(chromium, "ann", Look.DESK);
    }

    @AfterAll
    static void stop() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
        vigie.close();
    }

    @AfterEach
    void nothingToComplainOf() {
        ann.expectQuiet();
    }

    @Test
    @Order(1)
    void givenNoClients_whenAFileIsImportedOnThePage_thenTheNumbersMoveByThemselves() throws Exception {
        ChurnFile file = ChurnFile.write(folder.resolve("clients.csv"), ROWS, 11);
        Page page = ann.open("/portfolio").page();
        button(page, "Import a file").click();
        page.locator("dialog input[type=file]").setInputFiles(file.file());
        button(page.locator("dialog"), "Import").click();
        assertThat(page.locator("dialog")).containsText("720 clients were imported.", within(60_000));
        button(page.locator("dialog"), "Close").click();

        assertThat(figure(page, "Active clients")).hasText(String.valueOf(ROWS - file.left()), text(30_000));
        assertThat(figure(page, "At risk")).not().hasText("0", text(30_000));
        Patience.await("every client has a score", Duration.ofMinutes(1), () -> scored() == ROWS - file.left());
    }

    @Test
    @Order(2)
    void givenClients_whenTheThresholdIsDragged_thenHowManyAreAboveFollows() {
        Page page = ann.open("/portfolio").page();
        Locator line = page.getByRole(AriaRole.SLIDER, named("Lowest risk"));
        assertThat(page.locator("main .skeleton")).hasCount(0);
        String before = above(page);
        BoundingBox plot = page.locator(".histogram-plot").boundingBox();
        BoundingBox at = line.boundingBox();
        page.mouse().move(at.x + at.width / 2, at.y + 30);
        page.mouse().down();
        page.mouse()
                .move(
                        plot.x + plot.width * 0.1,
                        at.y + 30,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        assertThat(line).hasAttribute("aria-valuenow", Pattern.compile("^(9|10|11)$"));
        assertThat(number(above(page))).isGreaterThan(number(before));

        line.press("End");
        assertThat(line).hasAttribute("aria-valuenow", "100");
    }

    @Test
    @Order(3)
    void givenTheMap_whenLookedAt_thenTexasLiesBelowNorthDakotaAndTheTotalsAddUp() {
        Page page = ann.open("/portfolio").page();
        BoundingBox texas = page.locator("[data-state=TX]").boundingBox();
        BoundingBox northDakota = page.locator("[data-state=ND]").boundingBox();
        assertThat(texas.y).isGreaterThan(northDakota.y + northDakota.height);
        String sum = page.locator(".panel", new Page.LocatorOptions().setHasText("Clients at risk by state"))
                .getByText("beside it")
                .innerText();
        List<Long> numbers = Pattern.compile("[\\d,]+")
                .matcher(sum)
                .results()
                .map(found -> number(found.group()))
                .toList();
        assertThat(numbers.get(0) + numbers.get(1)).isEqualTo(numbers.get(2));
        assertThat(numbers.get(2)).isEqualTo(number(figure(page, "At risk").innerText()));
    }

    @Test
    @Order(4)
    void givenTwoWindows_whenTheRiskiestUnassignedClientIsAssignedInOne_thenTheOtherShowsItWithoutReload() {
        try (Person amy = team.at(chromium, "amy", Look.DESK)) {
            Page loads = amy.open("/account-managers").page();
            Locator ada = loads.locator("table.loads tr", new Page.LocatorOptions().setHasText("Ada Byron"));
            assertThat(ada).containsText("0 of 40");

            Page page = ann.open("/clients?band=high&unassigned=true").page();
            Locator first = row(page, 1);
            String client = first.locator(".column-client a b").innerText();
            first.getByRole(AriaRole.CHECKBOX).check();
            button(page, "Assign 1 client").click();
            page.locator("dialog").getByText("Ada Byron").click();
            button(page.locator("dialog"), "Assign 1 client").click();
            assertThat(page.locator(".notices")).containsText("1 client assigned to Ada Byron.");
            assertThat(first.locator(".column-client a b")).hasText(client);
            assertThat(first.locator(".column-manager")).hasText("Ada Byron");

            assertThat(ada).containsText("1 of 40", within(5_000));
            amy.expectQuiet();
        }
    }

    @Test
    @Order(5)
    void givenAClient_whenAskedWhatIf_thenRiskBeforeAndAfterStandSideBySide() {
        Page page = ann.open("/clients?band=high").page();
        row(page, 1).locator(".column-client a").click();
        Locator panel = page.locator(".panel", new Page.LocatorOptions().setHasText("Move a slider to ask the model."));
        assertThat(panel).isVisible();
        Locator sites = page.getByRole(AriaRole.SLIDER, named("Sites"));
        sites.focus();
        sites.press("Home");
        Locator answers = page.locator(".what-if-answers");
        assertThat(answers.locator(".risk-number")).hasCount(2);
        double before =
                Double.parseDouble(answers.locator(".risk-number").nth(0).innerText());
        double after = Double.parseDouble(answers.locator(".risk-number").nth(1).innerText());
        assertThat(after).isLessThan(before);
        assertThat(page.locator(".what-if-manager")).containsText("can’t be changed here");
    }

    @Test
    @Order(6)
    void givenTheForm_whenAClientIsRegistered_thenItsOwnPredictionStandsBesideIt() {
        Page page = ann.open("/new-client").page();
        page.locator("[name=name]").fill("Grace Murray");
        page.locator("[name=company]").fill("Harbour Lights Ltd");
        page.locator("[name=location]").fill("12 Quay Street, Portland, ME 04101");
        page.locator("[name=age]").fill("44");
        page.locator("[name=numSites]").fill("14");
        page.locator("[name=totalPurchase]").fill("9800.5");
        page.locator("[name=onboardedOn]").fill("2019-05-02");
        button(page, "Register client").click();
        Locator result = page.locator(".panel", new Page.LocatorOptions().setHasText("Prediction"));
        assertThat(result.locator(".risk-number")).isVisible(visible(15_000));
        assertThat(Double.parseDouble(result.locator(".risk-number").innerText()))
                .isGreaterThan(60);
        assertThat(result).containsText("14 sites");
    }

    @Test
    @Order(7)
    void givenAModel_whenProposedByOneAndConfirmedByAnother_thenItIsChampionOnBothScreens() throws Exception {
        Path document = Files.writeString(folder.resolve("second.pmml"), SecondModel.DOCUMENT);
        try (Person ben = team.at(chromium, "ben", Look.DESK)) {
            Page his = ben.open("/models").page();
            button(his, "Upload a version").click();
            his.locator("dialog input[type=file]").first().setInputFiles(document);
            his.locator("dialog button[type=submit]").click();
            assertThat(his.locator(".notices")).containsText("churn/2");
            his.navigate("/models?name=churn&version=2");
            button(his, "Propose churn/2 as champion").click();
            assertThat(his.locator("dialog"))
                    .containsText(Pattern.compile("[\\d,]+ of [\\d,]+ clients would change band"), within(20_000));
            his.locator("dialog textarea, dialog input:not([type=file])")
                    .first()
                    .fill("sees more of what we see");
            his.locator("dialog button[type=submit]").click();
            assertThat(his.locator(".proposals")).containsText("You proposed it");

            Page hers = ann.open("/models").page();
            button(hers, "Confirm churn/2 as champion").click();
            hers.locator("dialog button[type=submit]").click();
            assertThat(hers.locator(".notices")).containsText("Version 2 is champion.");
            Locator second = his.locator(
                    ".versions li",
                    new Page.LocatorOptions()
                            .setHas(his.locator(
                                    ".version > b", new Page.LocatorOptions().setHasText(Pattern.compile("^2$")))));
            assertThat(second.locator(".badge-champion")).isVisible(visible(15_000));
            ben.expectQuiet();
        }
    }

    @Test
    @Order(8)
    void givenAnAccountManager_whenTheyLook_thenThereAreTheirClientsAndNoOthers() {
        try (Person ada = team.at(chromium, "ada", Look.DESK)) {
            Page page = ada.open("/clients").page();
            assertThat(page.locator("table.clients tbody tr[aria-rowindex]")).hasCount(1);
            assertThat(ada.open("/models").page().locator("main")).containsText("Not for this role");
            ada.expectQuiet();
        }
    }

    @Test
    @Order(9)
    void givenAnOpenPage_whenTheQueryServiceIsKilled_thenThePageSaysSoAndComesBack() throws Exception {
        Page page = ann.open("/clients?band=high").page();
        assertThat(page.locator(".live")).hasText("live", text(10_000));
        String shown = row(page, 1).locator(".column-client").innerText();
        vigie.kill(List.of("query-service"));
        assertThat(page.locator(".live")).containsText("not live for", within(15_000));
        assertThat(row(page, 1).locator(".column-client")).hasText(shown);
        vigie.awaitReady();
        assertThat(page.locator(".live")).hasText("live", text(60_000));
        button(page, "At risk, unassigned").click();
        assertThat(row(page, 1)).isVisible();
    }

    private static int scored() throws Exception {
        var bands = vigie.api().get("/api/summary").body().path("byBand");
        return bands.path("low").asInt()
                + bands.path("medium").asInt()
                + bands.path("high").asInt();
    }

    private static Locator figure(Page page, String name) {
        return page.locator(
                        ".figures li", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.HEADING, named(name))))
                .locator(".figure");
    }

    private static String above(Page page) {
        return page.locator(".above dd").first().innerText();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", "").strip());
    }
}
