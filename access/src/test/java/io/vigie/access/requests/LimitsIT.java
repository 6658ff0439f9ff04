package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.Role;
import io.vigie.access.TestDatabase;
import io.vigie.access.accounts.Account;
import io.vigie.access.accounts.Accounts;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Tokens;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Too many tokens that are nobody's, and too many requests of somebody. */
class LimitsIT {

    private static final String[] HERE = {"X-Forwarded-For", "192.0.2.7"};

    @Test
    void givenFloodOfUnknownTokens_whenItGoesOn_then429FromThereAndNotForWhomItKnewNorElsewhere() {
        try (RunningToy toy = RunningToy.on(TestDatabase.empty())) {
            String known = token(toy, "ada");
            String unseen = token(toy, "bob");
            assertThat(ask(toy, known, HERE).status()).isEqualTo(200);

            Answer refused = flood(() -> ask(toy, SecretText.TOKEN.random(), HERE));
            refused.isProblem(429, "too-many-strangers");
            assertThat(refused.header("Retry-After")).isEqualTo("1");

            assertThat(ask(toy, known, HERE).status()).isEqualTo(200);
            ask(toy, SecretText.TOKEN.random(), "X-Forwarded-For", "192.0.2.8").isProblem(401, "bad-token");
            assertThat(ask(toy, unseen, "X-Forwarded-For", "192.0.2.8").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void givenFloodOfUnknownCookies_whenItGoesOn_then429() {
        try (RunningToy toy = RunningToy.on(TestDatabase.empty())) {
            flood(() -> toy.asker()
                            .ask("GET", "/api/clients", "Cookie", "vigie_session=" + SecretText.SESSION.random()))
                    .isProblem(429, "too-many-strangers");
        }
    }

    @Test
    void givenMoreRequestsThanOneMayMake_whenAsked_then429ForThatOneWhateverTheToken() {
        try (RunningToy toy = RunningToy.on(TestDatabase.empty(), "--vigie.access.requests-per-second=5")) {
            String first = token(toy, "ada");
            String second = token(toy, "ada");
            String anothers = token(toy, "bob");

            Answer refused = flood(() -> {
                Answer answer = ask(toy, first);
                return answer.status() == 429 ? answer : ask(toy, second);
            });

            refused.isProblem(429, "too-many-requests");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(ask(toy, anothers).status()).isEqualTo(200);
            assertThat(toy.asker().ask("GET", "/actuator/health").status()).isEqualTo(200);
        }
    }

    @Test
    void givenNoLimit_whenAsked_thenAnswered() {
        try (RunningToy toy = RunningToy.on(TestDatabase.empty(), "--vigie.access.requests-per-second=0")) {
            assertThat(ask(toy, token(toy, "ada")).status()).isEqualTo(200);
        }
    }

    /** The first 429. */
    private static Answer flood(Supplier<Answer> request) {
        return Stream.generate(request)
                .limit(5_000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    private static String token(RunningToy toy, String account) {
        toy.bean(Accounts.class).add(new Account(account, Set.of(Role.AGENCY_MANAGER), null), "tests");
        return toy.bean(Tokens.class)
                .issue(
                        account,
                        "x",
                        Role.AGENCY_MANAGER,
                        AccessIT.CLOCK.instant().plus(Duration.ofDays(1)),
                        "tests")
                .text();
    }

    private static Answer ask(RunningToy toy, String token, String... headers) {
        return toy.asker()
                .ask(
                        "GET",
                        "/api/clients",
                        Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
                                .toArray(String[]::new));
    }
}
