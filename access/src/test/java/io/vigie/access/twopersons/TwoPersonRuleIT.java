package io.vigie.access.twopersons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class TwoPersonRuleIT {

    private static final AccessDatabase DATABASE = new AccessDatabase(TestDatabase.empty());
    private static final String KIND = "promote-model";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Actor ADA = new Actor("ada", Actor.Proof.SESSION, Set.of(Role.DATA_SCIENTIST), null);
    private static final Actor BOB = new Actor("bob", Actor.Proof.SESSION, Set.of(Role.DATA_SCIENTIST), null);

    private final SetClock clock = new SetClock();
    private final TwoPersonRule rule = new TwoPersonRule(DATABASE, clock);
    private final String subject = "churn/" + UUID.randomUUID();

    @BeforeAll
    static void migrate() {
        DATABASE.migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Proposal proposed() {
        return rule.propose(KIND, subject, "better in every fold", ADA, DAY);
    }

    @Test
    void givenProposal_whenAnotherPersonConfirms_thenItIsConfirmed() {
        Proposal proposed = proposed();
        assertThat(rule.open(KIND)).contains(proposed);

        Proposal confirmed = rule.confirm(proposed.proposalId(), KIND, subject, BOB);

        assertThat(confirmed.confirmedBy()).isEqualTo("bob");
        assertThat(confirmed.confirmedAt()).isEqualTo(clock.instant());
        assertThat(confirmed.proposedBy()).isEqualTo("ada");
        assertThat(rule.find(proposed.proposalId())).contains(confirmed);
        assertThat(rule.open(KIND)).doesNotContain(proposed);
    }

    @Test
    void givenProposal_whenTheSamePersonConfirmsInAnotherRoleAndByAnotherToken_thenRefused() {
        Proposal proposed = proposed();
        Actor again = new Actor("ada", Actor.Proof.SESSION, Set.of(Role.ADMINISTRATOR), "m-1");

        assertThat(refused(() -> rule.confirm(proposed.proposalId(), KIND, subject, again)))
                .isEqualTo("403 second-person-needed");
        assertThat(rule.open(KIND)).contains(proposed);
    }

    @Test
    void givenTokens_whenTheyProposeOrConfirm_thenRefused() {
        UUID id = proposed().proposalId();
        for (Actor.Proof token : List.of(Actor.Proof.TOKEN, Actor.Proof.PROVIDER_TOKEN)) {
            Actor program = new Actor("nightly", token, Set.of(Role.DATA_SCIENTIST), null);

            assertThat(refused(() -> rule.confirm(id, KIND, subject, program))).isEqualTo("403 session-needed");
            assertThat(refused(() -> rule.propose(KIND, subject, "", program, DAY)))
                    .isEqualTo("403 session-needed");
        }
    }

    @Test
    void givenSomebodyWhoSignedInAtTheProvider_whenConfirming_thenTaken() {
        UUID id = proposed().proposalId();
        Actor cem = new Actor("https://id|cem", Actor.Proof.PROVIDER_SESSION, Set.of(Role.DATA_SCIENTIST), null);

        assertThat(rule.confirm(id, KIND, subject, cem).confirmedBy()).isEqualTo("https://id|cem");
    }

    @Test
    void givenProposal_whenSomethingElseIsConfirmed_thenNobodyAskedForThat() {
        UUID id = proposed().proposalId();

        assertThat(refused(() -> rule.confirm(id, KIND, subject + "x", BOB))).isEqualTo("404 proposal-not-found");
        assertThat(refused(() -> rule.confirm(id, "erase-client", subject, BOB)))
                .isEqualTo("404 proposal-not-found");
        assertThat(refused(() -> rule.confirm(UUID.randomUUID(), KIND, subject, BOB)))
                .isEqualTo("404 proposal-not-found");
        assertThat(rule.find(id).orElseThrow().confirmedBy()).isNull();
    }

    @Test
    void givenProposal_whenItsTimeIsOver_thenTooLate() {
        Proposal proposed = proposed();
        clock.advance(DAY);

        assertThat(refused(() -> rule.confirm(proposed.proposalId(), KIND, subject, BOB)))
                .isEqualTo("409 proposal-ended");
        assertThat(rule.open(KIND)).doesNotContain(proposed);
    }

    @Test
    void givenConfirmedProposal_whenConfirmedAgain_thenTheSameBySamePersonAndNoByAnother() {
        Proposal proposed = proposed();
        Proposal confirmed = rule.confirm(proposed.proposalId(), KIND, subject, BOB);
        clock.advance(DAY.multipliedBy(2));

        assertThat(rule.confirm(proposed.proposalId(), KIND, subject, BOB)).isEqualTo(confirmed);
        Actor cem = new Actor("cem", Actor.Proof.SESSION, Set.of(Role.DATA_SCIENTIST), null);
        assertThat(refused(() -> rule.confirm(proposed.proposalId(), KIND, subject, cem)))
                .isEqualTo("409 proposal-confirmed");
        assertThat(refused(() -> rule.confirm(proposed.proposalId(), KIND, subject, ADA)))
                .isEqualTo("409 proposal-confirmed");
        assertThat(refused(() -> rule.withdraw(proposed.proposalId(), ADA))).isEqualTo("409 proposal-confirmed");
    }

    @Test
    void givenProposal_whenWithdrawn_thenNobodyConfirmsIt() {
        UUID id = proposed().proposalId();
        assertThat(refused(() -> rule.withdraw(id, BOB))).isEqualTo("404 proposal-not-found");

        assertThat(rule.withdraw(id, ADA).withdrawnAt()).isEqualTo(clock.instant());

        assertThat(refused(() -> rule.confirm(id, KIND, subject, BOB))).isEqualTo("409 proposal-withdrawn");
        assertThat(refused(() -> rule.withdraw(id, ADA))).isEqualTo("409 proposal-withdrawn");
    }

    @Test
    void givenManyWhoConfirmAtOnce_whenAllAreAnswered_thenOneHas() throws Exception {
        UUID id = proposed().proposalId();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            var answers = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<Proposal>>mapToObj(number -> () -> rule.confirm(
                            id,
                            KIND,
                            subject,
                            new Actor(
                                    "person-" + number,
                                    Actor.Proof.PROVIDER_SESSION,
                                    Set.of(Role.DATA_SCIENTIST),
                                    null)))
                    .toList());

            int confirmed = 0;
            for (Future<Proposal> answer : answers) {
                confirmed += succeeded(answer) ? 1 : 0;
            }
            assertThat(confirmed).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean succeeded(Future<Proposal> answer) throws InterruptedException {
        try {
            answer.get();
            return true;
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(Rejected.class);
            return false;
        }
    }

    @Test
    void givenTheTableItself_whenSomebodyConfirmsTheirOwn_thenTheDatabaseRefuses() {
        UUID id = proposed().proposalId();

        assertThatThrownBy(() -> DATABASE.jdbc()
                        .update(
                                "update proposal set confirmed_by = proposed_by, confirmed_at = now()"
                                        + " where proposal_id = ?",
                                id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static String refused(ThrowingCallable call) {
        Rejected rejected = catchThrowableOfType(Rejected.class, call);
        return rejected.getStatusCode().value() + " "
                + String.valueOf(rejected.getBody().getType()).replace("/problems/", "");
    }
}
