package io.vigie.command.importclients;

import static io.vigie.command.importclients.ImportedFiles.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigie.command.client.Profile;
import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import io.vigie.contracts.client.Personal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A client of the file is registered by somebody else after the import looked for it and before it stores its event. */
class RegistrationDuringImportIT {

    private static final String HEADER = "Names,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company\n";

    private static RunningService service;
    private static ImportedFiles files;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        files = new ImportedFiles(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Same, 38, total 2 accepted 1 duplicate 1 conflicts 0",
        "Other, 39, total 2 accepted 1 duplicate 0 conflicts 1",
    })
    void givenRowWhoseClientIsRegisteredMeanwhile_whenImported_thenItIsFoundAndTheOthersAreTaken(
            String name, int importedAge, String counts) throws Exception {
        String id = ClientIdentity.of(
                new Profile(new Personal(name, "Love-Jones", "Keith Court"), 38, LocalDate.parse("2016-06-29")));
        try (Connection registering = DriverManager.getConnection(service.url(), service.user(), service.password())) {
            registering.setAutoCommit(false);
            register(registering, name, id);

            String importId = accepted(files.post(HEADER + row(name, importedAge) + row(name + " Too", 38)));
            await().atMost(Duration.ofMinutes(1)).until(RegistrationDuringImportIT::importWaitsForTheOther);
            registering.commit();

            JsonNode done = files.done(importId);
            assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("completed");
            assertThat("total " + done.get("total") + " accepted " + done.get("accepted") + " duplicate "
                            + done.get("duplicate") + " conflicts " + done.get("conflicts"))
                    .isEqualTo(counts);
        }
    }

    @Test
    void givenIdOfARowThatSomethingElseHas_whenImported_thenThatRowIsAConflictAndEverythingGoesOn() {
        String id = ClientIdentity.of(
                new Profile(new Personal("Squatted", "Love-Jones", "Keith Court"), 38, LocalDate.parse("2016-06-29")));
        assertThat(service.send(
                                "POST",
                                "/api/account-managers",
                                "{\"accountManagerId\":\"%s\",\"name\":\"Ada\",\"capacity\":1}".formatted(id))
                        .status())
                .isEqualTo(201);

        JsonNode done = files.imported(HEADER + row("Squatted", 38) + row("Squatted Too", 38));
        JsonNode next = files.imported(HEADER + row("After It", 38));

        assertThat(done.get("state").asString()).isEqualTo("completed");
        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        assertThat(done.get("conflicts").asInt()).isEqualTo(1);
        assertThat(done.get("rejections").toString()).contains("belongs to something else");
        assertThat(next.get("accepted").asInt()).isEqualTo(1);
    }

    /** As a POST with this id does it, up to its commit: the event of a client that is alike, under the other id. */
    private static void register(Connection connection, String name, String id) throws SQLException {
        String like = "like-" + name;
        Answer registered = service.send("POST", "/api/clients", """
                {"clientId":"%s","name":"%s","company":"Love-Jones","location":"Keith Court","age":38,
                "onboardedOn":"2016-06-29","years":6.67,"totalPurchase":12884.75,"numSites":12}""".formatted(like, name));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, meta_data)
                select gen_random_uuid(), ?, 0, type, time_stamp, payload_type, payload_revision,
                    convert_to(replace(convert_from(payload, 'UTF8'), ?, ?), 'UTF8'), meta_data
                from domain_event_entry where aggregate_identifier = ?""")) {
            insert.setString(1, id);
            insert.setString(2, like);
            insert.setString(3, id);
            insert.setString(4, like);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private static String row(String name, int age) {
        return name + "," + age + ",12884.75,6.67,12,2016-06-29,Keith Court,Love-Jones\n";
    }

    private static boolean importWaitsForTheOther() {
        Integer waiting = service.jdbc().queryForObject("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                  and query like '%insert into domain_event_entry%'""", Integer.class);
        return waiting != null && waiting > 0;
    }
}
