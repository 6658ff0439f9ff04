package io.vigie.query.summarytrend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.query.testing.Http;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RebuildRig;
import io.vigie.query.testing.RunningService;
import io.vigie.query.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class SummaryTrendIT extends RunningService {

    private static final String PATH = "/api/summary/trend";

    @Autowired
    private DataSource views;

    @Test
    void givenClients_whenASnapshotIsTaken_thenTheLastPointIsTheSummary() {
        String ada = Lives.id();
        Http asAda = http.as(Tokens.ofAccountManager(ada));
        for (int i = 0; i < 2; i++) {
            String id = Lives.id();
            publisher.send(
                    Publisher.event(Lives.registered(id, "Zoë", "Trend", "TX", ada), 1, Lives.NOON),
                    Publisher.score(Lives.score(id, 1, 1, i == 0 ? 0.9 : 0.1, null)));
        }
        asAda.until(
                "/api/summary",
                json -> json.get("atRisk").asInt() == 1 && json.get("clients").asInt() == 2);
        new Snapshots(new JdbcTemplate(views)).take(Instant.now());

        JsonNode points = asAda.get(PATH).json().get("points");
        assertThat(points).isNotEmpty();
        demandSame(points.get(points.size() - 1), asAda.get("/api/summary").json());
        JsonNode everybodys = http.get(PATH + "?days=1").json().get("points");
        demandSame(
                everybodys.get(everybodys.size() - 1), http.get("/api/summary").json());
        assertThat(http.as(Tokens.ofAccountManager(null)).get(PATH).json().get("points"))
                .as("nobody's portfolio is not everybody's")
                .isEmpty();
    }

    private static void demandSame(JsonNode point, JsonNode summary) {
        for (String field : List.of("clients", "active", "left", "atRisk", "unassignedAtRisk")) {
            assertThat(point.get(field).asLong())
                    .as(field)
                    .isEqualTo(summary.get(field).asLong());
        }
        assertThat(point.get("valueAtRisk").decimalValue())
                .isEqualByComparingTo(summary.get("valueAtRisk").decimalValue());
    }

    @Test
    void givenTenDaysByTheHour_whenAskedForOrThinned_thenThreeOfThemByTheHourAndTheLastOfEachDayBefore() {
        String manager = Lives.id();
        Http reader = http.as(Tokens.ofAccountManager(manager));
        JdbcTemplate jdbc = new JdbcTemplate(views);
        Snapshots snapshots = new Snapshots(jdbc);
        Instant now = Instant.now();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = 0; ago <= 240; ago++) {
            insert(jdbc, manager, hour.minus(Duration.ofHours(ago)), ago);
        }
        insert(jdbc, manager, hour.minus(Duration.ofDays(400)), 9_999);

        List<Long> shown = clients(reader.get(PATH).json());
        snapshots.thin(now);
        List<Long> thinned = clients(reader.get(PATH).json());

        int hourly =
                (int) ChronoUnit.HOURS.between(hour.minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS), hour);
        List<Long> wanted = new ArrayList<>();
        for (int ago = 240; ago >= 0; ago--) {
            if (ago <= hourly || (ago - hourly) % 24 == 1) {
                wanted.add((long) ago);
            }
        }
        assertThat(shown).isEqualTo(wanted).hasSizeBetween(73 + 6, 96 + 7);
        assertThat(thinned).isEqualTo(shown);
        assertThat(jdbc.queryForObject(
                        "select count(*) from summary_snapshot where account_manager_id = ?", Long.class, manager))
                .isEqualTo(shown.size());
        assertThat(clients(reader.get(PATH + "?days=2").json())).hasSize(48);
    }

    private static void insert(JdbcTemplate jdbc, String manager, Instant hour, int clients) {
        jdbc.update(
                "insert into summary_snapshot values (?, ?::timestamptz, ?::timestamptz, ?, 0, 0, 0, 0, 0)",
                manager,
                hour.toString(),
                hour.toString(),
                clients);
    }

    private static List<Long> clients(JsonNode trend) {
        return trend.get("points")
                .valueStream()
                .map(point -> point.get("clients").asLong())
                .toList();
    }

    @Test
    void givenTheLastClientOfAPortfolio_whenItIsUnassigned_thenThePortfolioIsEmptyFromThenOn() {
        String ada = Lives.id();
        String id = Lives.id();
        Http asAda = http.as(Tokens.ofAccountManager(ada));
        Snapshots snapshots = new Snapshots(new JdbcTemplate(views));
        publisher.send(
                Publisher.event(Lives.registered(id, "Zoë", "Trend", "TX", ada), 1, Lives.NOON),
                Publisher.score(Lives.score(id, 1, 1, 0.9, null)));
        asAda.until("/api/summary", json -> json.get("atRisk").asInt() == 1);
        snapshots.take(Instant.now());
        publisher.send(Publisher.event(new AccountManagerUnassigned(id, ada, "x"), 2, Lives.NOON));
        asAda.until("/api/summary", json -> json.get("clients").asInt() == 0);

        snapshots.take(Instant.now());

        JsonNode points = asAda.get(PATH).json().get("points");
        demandSame(points.get(points.size() - 1), asAda.get("/api/summary").json());
    }

    @Test
    void givenManyPortfoliosAndAYear_whenThinned_thenItTakesSeconds() {
        JdbcTemplate jdbc = new JdbcTemplate(views);
        jdbc.setQueryTimeout(10);
        Instant now = Instant.now();
        try {
            jdbc.update("""
                    insert into summary_snapshot
                    select 'thin-' || m, h, h, 0, 0, 0, 0, 0, 0
                    from generate_series(1, 300) m,
                        generate_series(date_trunc('day', now()) - interval '360 days', now(), interval '12 hours') h""");

            new Snapshots(jdbc).thin(now);

            assertThat(jdbc.queryForObject(
                            "select max(n) from (select count(*) n from summary_snapshot where hour < ?::timestamptz"
                                    + " and account_manager_id like 'thin-%' group by account_manager_id,"
                                    + " date_trunc('day', hour, 'UTC')) d",
                            Long.class, now.minus(Duration.ofDays(4)).toString()))
                    .isEqualTo(1);
        } finally {
            jdbc.update("delete from summary_snapshot where account_manager_id like 'thin-%'");
        }
    }

    @Test
    void givenAnotherInstanceThatHasTheTurn_whenOneIsToBeTaken_thenItIsNotOurs() {
        Snapshots snapshots = new Snapshots(new JdbcTemplate(views));
        TransactionTemplate one = new TransactionTemplate(new JdbcTransactionManager(views));
        TransactionTemplate other = new TransactionTemplate(new JdbcTransactionManager(views));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        one.executeWithoutResult(status -> {
            assertThat(snapshots.isOurTurn()).isTrue();
            other.executeWithoutResult(
                    inner -> assertThat(snapshots.isOurTurn()).isFalse());
        });
        other.executeWithoutResult(inner -> assertThat(snapshots.isOurTurn()).isTrue());
    }

    @Test
    void givenARebuild_whenItIsOver_thenThePointsAreStillThere() {
        String manager = Lives.id();
        Http reader = http.as(Tokens.ofAccountManager(manager));
        insert(new JdbcTemplate(views), manager, Instant.now().truncatedTo(ChronoUnit.HOURS), 7);

        new RebuildRig(http, publisher).rebuilt("");

        assertThat(clients(reader.get(PATH).json())).containsExactly(7L);
    }

    @Test
    void givenDeparturesAndReturns_whenAsked_thenEachClientOnceInTheMonthInWhichItLeftForLonger() {
        YearMonth present = YearMonth.from(Instant.now().atZone(ZoneOffset.UTC));
        JsonNode before = http.get(PATH).json();
        String gone = left(present);
        String returnedAtOnce = left(present);
        back(returnedAtOnce, 3, present);
        String returnedLater = left(present.minusMonths(1));
        back(returnedLater, 3, present);
        String twice = left(present);
        back(twice, 3, present);
        publisher.send(Publisher.event(new ClientDeparted(twice, null, null, null), 4, at(present, 4)));
        left(present.minusMonths(12));
        left(present.minusMonths(11));
        http.until("/api/clients/" + twice, json -> json.get("version").asInt() == 4);
        http.until("/api/clients/" + gone, json -> json.get("status").asString().equals("left"));

        JsonNode after = http.until(
                PATH,
                json -> json.at("/departures/0/left").asLong()
                        > before.at("/departures/0/left").asLong());

        assertThat(after.get("departures")).hasSize(12);
        assertThat(after.at("/departures/11/month").asString()).isEqualTo(present.toString());
        assertThat(after.at("/departures/0/month").asString())
                .isEqualTo(present.minusMonths(11).toString());
        assertThat(grown(before, after, "/departures/11/left")).isEqualTo(2);
        assertThat(grown(before, after, "/departures/10/left")).isEqualTo(1);
        assertThat(grown(before, after, "/departures/0/left")).isEqualTo(1);
        assertThat(after.get("leftThisMonth").asLong())
                .isEqualTo(after.at("/departures/11/left").asLong());
    }

    private static long grown(JsonNode before, JsonNode after, String field) {
        return after.at(field).asLong() - before.at(field).asLong();
    }

    private String left(YearMonth month) {
        String id = Lives.id();
        publisher.send(
                Publisher.event(Lives.registered(id), 1, at(month, 1)),
                Publisher.event(new ClientDeparted(id, null, null, null), 2, at(month, 2)));
        return id;
    }

    private void back(String id, long version, YearMonth month) {
        publisher.send(Publisher.event(new ClientReturned(id), version, at(month, 3)));
    }

    private static Instant at(YearMonth month, int second) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"days=0", "days=367", "days=-1", "days=x", "days=", "day=3"})
    void givenABadQuery_whenAsked_then400(String query) {
        assertThat(http.get(PATH + "?" + query).status()).isEqualTo(400);
    }
}
