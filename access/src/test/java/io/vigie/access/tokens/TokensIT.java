package io.vigie.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.SetClock;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class TokensIT {

    private static final Duration DAY = Duration.ofDays(1);

    private static final AccessDatabase DATABASE = new AccessDatabase(TestDatabase.empty());

    private final SetClock clock = new SetClock();
    private final Accounts accounts = new Accounts(DATABASE, clock);
    private final Tokens tokens = new Tokens(DATABASE, clock);
    private final Remembered known = new Remembered(SecretText.TOKEN, tokens::find, clock);
    private final Instant tomorrow = clock.instant().plus(DAY);

    @BeforeAll
    static void migrate() {
        DATABASE.migrate();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void people() {
        DATABASE.jdbc().update("truncate account, token, session");
        accounts.add(new Account("ada", Set.of(Role.AUDITOR, Role.ACCOUNT_MANAGER), "m-1"), "tests");
    }

    @Test
    void givenIssuedToken_whenShown_thenItsOwnerInThatRoleOnly() {
        String text =
                tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests").text();

        assertThat(SecretText.TOKEN.isOne(text)).isTrue();
        assertThat(known.actor(text)).contains(new Actor("ada", Actor.Proof.TOKEN, Set.of(Role.AUDITOR), "m-1"));
    }

    @Test
    void givenIssuedToken_whenTheDatabaseIsRead_thenItsTextIsNowhere() {
        String text =
                tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests").text();

        assertThat(DATABASE.jdbc().queryForList("select t::text from token t", String.class))
                .hasSize(1)
                .noneMatch(row -> row.contains(text) || row.contains(text.substring(6)));
        assertThat(tokens.issue("ada", "more", Role.AUDITOR, tomorrow, "tests").toString())
                .doesNotContain("vigie_");
    }

    @Test
    void givenOtherTexts_whenShown_thenNobody() {
        String text =
                tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests").text();

        assertThat(known.actor(SecretText.TOKEN.random())).isEmpty();
        assertThat(known.actor(changed(text))).isEmpty();
        assertThat(known.actor(text + "A")).isEmpty();
        assertThat(known.actor("")).isEmpty();
        assertThat(known.actor("x".repeat(100_000))).isEmpty();
    }

    @Test
    void givenEnd_whenItComes_thenTakenNoMore() {
        String text =
                tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests").text();
        clock.advance(DAY.minusSeconds(1));
        assertThat(known.actor(text)).isPresent();

        clock.advance(Duration.ofSeconds(1));

        assertThat(known.actor(text)).isEmpty();
    }

    @Test
    void givenRevocation_whenASecondHasPassed_thenTakenNoMore() throws InterruptedException {
        Tokens.Issued issued = tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests");
        assertThat(known.actor(issued.text())).isPresent();

        assertThat(tokens.revoke(issued.token().tokenId(), "ada", "ada")).isTrue();
        Thread.sleep(1_100);

        assertThat(known.actor(issued.text())).isEmpty();
        assertThat(new Remembered(SecretText.TOKEN, tokens::find, clock).actor(issued.text()))
                .isEmpty();
        assertThat(tokens.revoke(issued.token().tokenId(), "ada", "ada")).isFalse();
        assertThat(tokens.of("ada")).singleElement().satisfies(token -> assertThat(token.revokedAt())
                .isEqualTo(clock.instant()));
    }

    @Test
    void givenAccountThatIsDisabledOrLosesItsRole_whenItsTokensAreShown_thenTakenNoMore() {
        String audit =
                tokens.issue("ada", "reports", Role.AUDITOR, tomorrow, "tests").text();
        String own = tokens.issue("ada", "mine", Role.ACCOUNT_MANAGER, tomorrow, "tests")
                .text();
        DATABASE.jdbc().update("update account set roles = '{account-manager}' where account_id = 'ada'");
        assertThat(known.actor(audit)).isEmpty();
        assertThat(known.actor(own)).isPresent();

        assertThat(accounts.disable("ada", "tests", true)).isTrue();

        assertThat(new Remembered(SecretText.TOKEN, tokens::find, clock).actor(own))
                .isEmpty();
        assertThat(accounts.disable("ada", "tests", true)).isFalse();
    }

    @Test
    void givenRevokedTokenThatIsKeptAgain_whenShown_thenStillTakenNoMore() {
        String text = SecretText.TOKEN.random();
        Token kept = tokens.keep(text, "ada", "first start", Role.AUDITOR, tomorrow, "tests")
                .orElseThrow();
        tokens.revoke(kept.tokenId(), "ada", "ada");

        assertThat(tokens.keep(text, "ada", "next start", Role.AUDITOR, tomorrow, "tests"))
                .isEmpty();

        assertThat(known.actor(text)).isEmpty();
        assertThat(tokens.of("ada")).hasSize(1);
    }

    @Test
    void givenUnknownAccount_whenATokenIsIssued_thenRefused() {
        assertThatThrownBy(() -> tokens.issue("nobody", "x", Role.AUDITOR, tomorrow, "tests"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void givenPassword_whenKept_thenSaltedAndSlow() {
        accounts.add(new Account("bob", Set.of(Role.AUDITOR), null), "correct horse", "tests");
        accounts.add(new Account("cem", Set.of(Role.AUDITOR), null), "correct horse", "tests");

        assertThat(DATABASE.jdbc()
                        .queryForList(
                                "select password_hash from account where account_id in ('bob', 'cem')", String.class))
                .allMatch(hash -> hash.startsWith("$2a$12$"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(accounts.add(new Account("bob", Set.of(Role.OPERATOR), null), "other"))
                .isFalse();
    }

    private static String changed(String text) {
        char other = text.charAt(20) == 'A' ? 'B' : 'A';
        return text.substring(0, 20) + other + text.substring(21);
    }
}
