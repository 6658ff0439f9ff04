package io.vigie.access.recordactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.AccessSettings;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.Tokens;
import io.vigie.access.twopersons.Proposal;
import io.vigie.access.twopersons.TwoPersonRule;
import io.vigie.web.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** The record of what was done, and what happens to a deed that can't be recorded. */
class ActionsIT {

    private static final String PASSWORD = "password-of-the-reader";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Actor ADA = new Actor("ada", Actor.Proof.SESSION, Set.of(Role.DATA_SCIENTIST), null);
    private static final Actor BOB = new Actor("bob", Actor.Proof.SESSION, Set.of(Role.DATA_SCIENTIST), null);
    private static final AccessSettings.Database OWNER = TestDatabase.empty();
    private static final AccessDatabase DATABASE = new AccessDatabase(new AccessSettings.Database(
            OWNER.url(), OWNER.username(), OWNER.password(), true, null, List.of("acting_reader")));
    private static final SetClock CLOCK = new SetClock();

    private final Actions actions = new Actions(DATABASE, CLOCK);
    private final Accounts accounts = new Accounts(DATABASE, CLOCK);
    private final Tokens tokens = new Tokens(DATABASE, CLOCK);
    private final TwoPersonRule rule = new TwoPersonRule(DATABASE, CLOCK);

    @BeforeAll
    static void migrate() {
        DATABASE.jdbc().execute("create role acting_reader login password '" + PASSWORD + "'");
        DATABASE.migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void givenProposals_whenMadeConfirmedWithdrawnAndRefused_thenALineForEachThatHappened() {
        Proposal first = rule.propose("promote-model", "churn/1", "better", ADA, DAY);
        assertThatThrownBy(() -> rule.confirm(first.proposalId(), "promote-model", "churn/1", ADA))
                .isInstanceOf(Rejected.class);
        rule.confirm(first.proposalId(), "promote-model", "churn/1", BOB);
        rule.confirm(first.proposalId(), "promote-model", "churn/1", BOB);
        Proposal second = rule.propose("promote-model", "churn/2", "better", BOB, DAY);
        rule.withdraw(second.proposalId(), BOB);
        assertThatThrownBy(() -> rule.withdraw(second.proposalId(), BOB)).isInstanceOf(Rejected.class);

        assertThat(actions.before(Long.MAX_VALUE, 500))
                .filteredOn(action -> "promote-model".equals(action.detail()))
                .extracting(action -> action.deed() + " by " + action.doneBy() + " on " + action.subject())
                .containsExactly(
                        "proposal-withdrawn by bob on churn/2",
                        "proposal-made by bob on churn/2",
                        "proposal-confirmed by bob on churn/1",
                        "proposal-made by ada on churn/1");
    }

    @Test
    void givenRecordThatCanNotBeWritten_whenSomethingIsDone_thenItIsNot() {
        accounts.add(new Account("cem", Set.of(Role.AUDITOR), null), "tests");
        Proposal proposal = rule.propose("promote-model", "churn/3", "better", ADA, DAY);
        DATABASE.jdbc().execute("alter table action rename to elsewhere");
        try {
            assertThatThrownBy(() -> accounts.add(new Account("dan", Set.of(Role.AUDITOR), null), "tests"))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> accounts.disable("cem", "tests", true)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> tokens.issue(
                            "cem", "x", Role.AUDITOR, CLOCK.instant().plus(DAY), "tests"))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> rule.confirm(proposal.proposalId(), "promote-model", "churn/3", BOB))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            DATABASE.jdbc().execute("alter table elsewhere rename to action");
        }

        assertThat(accounts.find("dan")).isEmpty();
        assertThat(accounts.find("cem")).isPresent();
        assertThat(tokens.of("cem")).isEmpty();
        assertThat(rule.find(proposal.proposalId()).orElseThrow().confirmedBy()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update action set done_by = 'another'",
                "delete from action where false",
                "delete from action",
                "truncate action"
            })
    void givenRecord_whenItsOwnerChangesIt_thenRefused(String change) {
        actions.add(Deed.SIGNED_IN, "ada", "ada", null);

        assertThatThrownBy(() -> DATABASE.jdbc().execute(change))
                .rootCause()
                .hasMessageContaining("what was recorded is never changed nor removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from action",
                "insert into action (recorded_at, deed) values (now(), 'signed-in')",
                "delete from action",
                "update action set done_by = 'another'"
            })
    void givenRoleThatOnlyRecognisesPeople_whenItComesNear_thenRefused(String statement) {
        AccessSettings.Database reading =
                new AccessSettings.Database(OWNER.url(), "acting_reader", PASSWORD, false, null, List.of());
        try (AccessDatabase reader = new AccessDatabase(reading)) {
            assertThatThrownBy(() -> reader.jdbc().execute(statement))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
