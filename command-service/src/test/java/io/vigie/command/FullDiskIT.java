package io.vigie.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database says 53100, "could not extend file … No space left on device". */
class FullDiskIT {

    private static final String FILE =
            "Names,Age,Total_Purchase,Years,Num_Sites,Onboard_date,Location,Company\nA,38,1,1,1,2016-06-29,B,C\n";

    @ParameterizedTest
    @ValueSource(strings = {"domain_event_entry", "idempotency_key"})
    void givenFullDisk_whenCommanded_thenItIsSaidAndTheSameRequestSucceedsOnceThereIsSpace(String table) {
        try (RunningService service = RunningService.onNewDatabase()) {
            fill(service, table);

            Answer full = register(service);
            assertFull(full);
            assertThat(service.send("GET", "/actuator/health").status()).isEqualTo(200);

            service.update("drop trigger disk_is_full on " + table);
            Answer taken = register(service);
            assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
            assertThat(taken.json().get("version").asLong()).isEqualTo(1);
        }
    }

    @Test
    void givenFullDisk_whenAFileIsSent_thenItIsSaid() {
        try (RunningService service = RunningService.onNewDatabase()) {
            fill(service, "client_import_chunk");

            assertFull(
                    service.sendAs("text/csv", "POST", "/api/imports/clients", FILE.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Answer register(RunningService service) {
        return service.send("POST", "/api/clients", Bodies.client("c"), "Idempotency-Key", "k");
    }

    private static void assertFull(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(507);
        assertThat(answer.problem()).isEqualTo("disk-full");
        assertThat(answer.json().get("detail").asString()).contains("disk", "is full: free some space");
        assertThat(answer.toString()).doesNotContain("SQL", "extend", "insert", "53100");
    }

    private static void fill(RunningService service, String table) {
        service.update("""
                create function disk_is_full() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file "base/5/16384": No space left on device'
                        using errcode = '53100';
                end
                $$""");
        service.update("create trigger disk_is_full before insert on " + table
                + " for each statement execute function disk_is_full()");
    }
}
