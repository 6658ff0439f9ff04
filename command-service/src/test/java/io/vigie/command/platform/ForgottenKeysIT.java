package io.vigie.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.testing.Answer;
import io.vigie.command.testing.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replies are kept for 24 hours. */
class ForgottenKeysIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void givenKeyOfAlmostADay_whenSentAgain_thenTheSameAnswer() {
        register("young");
        age("young", "23 hours 59 minutes");

        service.bean(AnsweredRequests.class).forgetOld();

        assertThat(register("young").header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void givenKeyOfMoreThanADay_whenSentAgain_thenItIsANewRequestEvenBeforeTheRowIsGone() {
        register("old");
        age("old", "24 hours 1 minute");

        Answer again = register("old");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void givenKeys_whenTheOldAreForgotten_thenOnlyTheYoungAreLeft() {
        register("gone");
        register("stays");
        age("gone", "24 hours 1 minute");

        service.bean(AnsweredRequests.class).forgetOld();

        assertThat(rows("gone")).isZero();
        assertThat(rows("stays")).isEqualTo(1);
    }

    @Test
    void givenMoreOldKeysThanOneTransactionShouldTake_whenForgotten_thenAllAreGoneInSmallOnes() {
        register("youngest");
        service.update("""
                insert into idempotency_key (principal, idempotency_key, request_hash, status, aggregate_id, version,
                    consistency_token, created_at)
                select 'local', 'many-' || i, '\\x00', 200, 'any', 1, 1, now() - interval '25 hours'
                from generate_series(1, 12000) i""");
        service.update("""
                create function demand_few() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from gone) > 5000 then
                        raise exception 'too many at once';
                    end if;
                    return null;
                end $$""");
        service.update("""
                create trigger few after delete on idempotency_key referencing old table as gone
                for each statement execute function demand_few()""");
        try {
            service.bean(AnsweredRequests.class).forgetOld();
        } finally {
            service.update("drop function demand_few cascade");
        }

        assertThat(service.jdbc()
                        .queryForObject(
                                "select count(*) from idempotency_key where idempotency_key like 'many-%'",
                                Integer.class))
                .isZero();
        assertThat(rows("youngest")).isEqualTo(1);
    }

    private static Answer register(String key) {
        Answer answer = service.send("POST", "/api/clients", """
                {"name":"Jane Doe","company":"Doe & Sons","location":"12 Elm St","age":38,
                "onboardedOn":"2016-06-29","totalPurchase":1,"numSites":2}""", "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static void age(String key, String by) {
        service.update("update idempotency_key set created_at = created_at - interval '" + by
                + "' where idempotency_key = '" + key + "'");
    }

    private static int rows(String key) {
        Integer rows = service.jdbc()
                .queryForObject("select count(*) from idempotency_key where idempotency_key = ?", Integer.class, key);
        return rows == null ? -1 : rows;
    }
}
