package io.vigie.access.recordreads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done with the record, whoever it is. */
class ReadsIT {

    private static final String PASSWORD = "password-of-the-reader";
    private static final Actor ADA = new Actor("ada", Actor.Proof.TOKEN, Set.of(Role.AUDITOR), null);
    private static final Question QUESTION = Question.of("/things/{id}", List.of("c-1"), Map.of());
    private static final AccessSettings.Database OWNER = TestDatabase.empty();
    private static final AccessDatabase DATABASE = new AccessDatabase(new AccessSettings.Database(
            OWNER.url(), OWNER.username(), OWNER.password(), true, null, List.of("recording_reader")));
    private static final SetClock CLOCK = new SetClock();

    @BeforeAll
    static void migrate() {
        DATABASE.jdbc().execute("create role recording_reader login password '" + PASSWORD + "'");
        DATABASE.migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update recorded_read set purpose = 'another'",
                "update recorded_read set purpose = 'another' where false",
                "delete from recorded_read",
                "truncate recorded_read"
            })
    void givenRecord_whenItsOwnerChangesIt_thenRefused(String change) {
        Reads reads = new Reads(DATABASE, CLOCK);
        reads.add(ADA, QUESTION, null);

        assertThatThrownBy(() -> DATABASE.jdbc().execute(change))
                .rootCause()
                .hasMessageContaining("what was recorded is never changed nor removed");

        assertThat(reads.before(Long.MAX_VALUE, "ada", 1)).singleElement().satisfies(read -> assertThat(read.purpose())
                .isNull());
    }

    @Test
    void givenRoleThatOnlyRecognisesPeople_whenItRecords_thenItCanAndNothingElse() {
        AccessSettings.Database reading =
                new AccessSettings.Database(OWNER.url(), "recording_reader", PASSWORD, false, null, List.of());
        try (AccessDatabase reader = new AccessDatabase(reading)) {
            new Reads(reader, CLOCK).add(ADA, QUESTION, "by the reader");

            for (String forbidden : List.of(
                    "select read_id from recorded_read",
                    "update recorded_read set purpose = 'another'",
                    "delete from recorded_read",
                    "truncate recorded_read")) {
                assertThatThrownBy(() -> reader.jdbc().execute(forbidden))
                        .as(forbidden)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> reader.jdbc().execute("alter table recorded_read disable trigger all"))
                    .rootCause()
                    .hasMessageContaining("must be owner");
        }
        assertThat(new Reads(DATABASE, CLOCK).before(Long.MAX_VALUE, "ada", 500))
                .filteredOn(read -> "by the reader".equals(read.purpose()))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.recordedAt()).isEqualTo(CLOCK.instant());
                    assertThat(read.roles()).containsExactly("auditor");
                });
    }
}
