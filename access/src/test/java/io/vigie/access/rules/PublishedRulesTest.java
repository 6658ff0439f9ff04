package io.vigie.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of this version keeps what the roles promise. */
class PublishedRulesTest {

    /** Both have a body and change nothing. */
    private static final String QUESTION = "POST /api/clients/{clientId}/what-if";

    private static final String EVALUATION = "POST /api/models/{name}/versions/{version}/evaluations";

    @Test
    void givenPublishedRules_whenRead_thenNoTokenChangesWhoGetsIn() {
        assertThat(AccessRules.published().all())
                .filteredOn(rule -> !rule.method().equals("GET")
                        && rule.path().getPatternString().matches("/api/(accounts|tokens|me)(/.*)?"))
                .hasSizeGreaterThan(6)
                .allMatch(AccessRule::inPerson);
    }

    @Test
    void givenPublishedRules_whenRead_thenWhateverIsMaskedOrKeptToAPortfolioForSomebodyIsRecorded() {
        List<AccessRule> published = AccessRules.published().all();
        assertThat(published)
                .filteredOn(rule -> isRead(rule)
                        && (rule.reaches().containsValue(Reach.MASKED)
                                || rule.reach(Set.of(Role.ACCOUNT_MANAGER)) == Reach.OWN))
                .filteredOn(rule -> !rule.recorded())
                .extracting(rule -> rule.path().getPatternString())
                .as("one's own tokens only")
                .containsExactly("/api/tokens");
        assertThat(published).filteredOn(AccessRule::recorded).hasSize(26).allMatch(PublishedRulesTest::isRead);
    }

    @Test
    void givenPublishedRules_whenRead_thenTheyKeepWhatTheRolesPromise() {
        List<AccessRule> published = AccessRules.published().all();

        assertThat(published)
                .filteredOn(AccessRule::open)
                .extracting(rule -> rule.method() + " " + rule.path().getPatternString())
                .containsExactlyInAnyOrder(
                        "GET /actuator/health",
                        "GET /actuator/health/**",
                        "GET /api/sign-in",
                        "POST /api/sign-in",
                        "GET /api/sign-in/provider",
                        "GET /api/sign-in/provider/callback");
        assertThat(published)
                .filteredOn(PublishedRulesTest::changesMoreThanOnesOwn)
                .allSatisfy(rule -> {
                    assertThat(rule.reach(Set.of(Role.AUDITOR))).isEqualTo(Reach.NONE);
                    boolean ofModels = rule.path().getPatternString().startsWith("/api/models/");
                    assertThat(rule.reach(Set.of(Role.DATA_SCIENTIST))).isEqualTo(ofModels ? Reach.ALL : Reach.NONE);
                });
        assertThat(published)
                .filteredOn(rule -> rule.path().getPatternString().startsWith("/api/models"))
                .allSatisfy(rule -> assertThat(rule.reach(EnumSet.of(Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR)))
                        .isEqualTo(Reach.NONE));
        assertThat(published)
                .filteredOn(rule -> rule.path().getPatternString().matches("/api/models/.*/(champion|\\{proposalId})"))
                .hasSize(2)
                .allMatch(AccessRule::inPerson);
        assertThat(published)
                .filteredOn(rule -> rule.path().getPatternString().startsWith("/api/clients"))
                .allSatisfy(rule -> assertThat(rule.reach(EnumSet.of(Role.OPERATOR, Role.ADMINISTRATOR)))
                        .isEqualTo(Reach.NONE));
        assertThat(published)
                .filteredOn(rule -> !rule.open() && rule.reach(Set.of(Role.ACCOUNT_MANAGER)) == Reach.ALL)
                .extracting(rule -> rule.path().getPatternString())
                .containsExactlyInAnyOrder("/v3/api-docs", "/api/me", "/api/sign-out");
    }

    @Test
    void givenPublishedRules_whenRead_thenTheseRolesSeeThatMuch() {
        assertThat(reaching(Role.DATA_SCIENTIST, Reach.MASKED))
                .containsExactlyInAnyOrder(
                        "GET /api/clients",
                        "GET /api/clients/{clientId}",
                        "GET /api/clients/{clientId}/events",
                        "GET /api/clients/{clientId}/scores",
                        QUESTION,
                        "GET /api/account-managers",
                        "GET /api/account-managers/{accountManagerId}",
                        "GET /api/models/{name}/versions/{version}/band-changes",
                        "GET /api/models/{name}/comparison",
                        "GET /api/events",
                        "GET /api/risk/histories",
                        "GET /api/risk/moves",
                        "GET /api/stream");
        assertThat(reaching(Role.OPERATOR, Reach.MASKED))
                .containsExactlyInAnyOrder("GET /api/dead-letters", "GET /api/dead-letters/{deadLetterId}");
        assertThat(reaching(Role.OPERATOR, Reach.ALL)).noneMatch(line -> line.matches(".*/api/(clients|account-).*"));
        assertThat(reaching(Role.DATA_SCIENTIST, Reach.ALL))
                .noneMatch(line -> line.matches(".*/api/(clients|account-|dead-).*"));
        assertThat(reaching(Role.AUDITOR, Reach.ALL))
                .filteredOn(line -> !line.startsWith("GET "))
                .containsExactlyInAnyOrder("POST /api/sign-in", "POST /api/sign-out", QUESTION, EVALUATION);
        assertThat(reaching(Role.ADMINISTRATOR, Reach.ALL))
                .filteredOn(line -> line.contains("/api/accounts"))
                .hasSize(6);
    }

    private static boolean isRead(AccessRule rule) {
        return rule.method().equals("GET") || Set.of(QUESTION, EVALUATION).contains(line(rule));
    }

    private static String line(AccessRule rule) {
        return rule.method() + " " + rule.path().getPatternString();
    }

    private static List<String> reaching(Role role, Reach reach) {
        return AccessRules.published().all().stream()
                .filter(rule -> rule.reach(Set.of(role)) == reach)
                .map(PublishedRulesTest::line)
                .toList();
    }

    private static boolean changesMoreThanOnesOwn(AccessRule rule) {
        return !isRead(rule) && !rule.path().getPatternString().matches("/api/(tokens|sign-|me/).*");
    }
}
