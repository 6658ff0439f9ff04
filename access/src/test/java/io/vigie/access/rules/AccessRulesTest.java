package io.vigie.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigie.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class AccessRulesTest {

    private static final String COLUMNS =
            "method path account-manager agency-manager data-scientist auditor operator administrator in-person"
                    + " recorded\n";

    private final AccessRules rules = AccessRules.of(COLUMNS + """
            # a remark
            GET  /things        own all masked all - - -   yes
            GET  /things/{id}   own all masked all - - -   yes
            GET  /things/best   -   -   -      all - - -   -   # more specific
            POST /things        -   all -      -   - - yes -
            GET  /health        anyone
            """);

    @Test
    void givenRequest_whenAsked_thenTheMostSpecificRuleOfItsMethod() {
        assertThat(reach("GET", "/things/5", Role.ACCOUNT_MANAGER)).isEqualTo(Reach.OWN);
        assertThat(reach("HEAD", "/things/5", Role.ACCOUNT_MANAGER)).isEqualTo(Reach.OWN);
        assertThat(reach("GET", "/things/best", Role.ACCOUNT_MANAGER)).isEqualTo(Reach.NONE);
        assertThat(reach("GET", "/things/best", Role.AUDITOR)).isEqualTo(Reach.ALL);
        assertThat(reach("POST", "/things", Role.AUDITOR)).isEqualTo(Reach.NONE);
    }

    @Test
    void givenSeveralRoles_whenAsked_thenTheWidestCounts() {
        assertThat(reach("GET", "/things", Role.DATA_SCIENTIST, Role.ACCOUNT_MANAGER))
                .isEqualTo(Reach.OWN);
        assertThat(reach("GET", "/things", Role.DATA_SCIENTIST, Role.OPERATOR)).isEqualTo(Reach.MASKED);
        assertThat(reach("GET", "/things", Role.values())).isEqualTo(Reach.ALL);
        assertThat(reach("GET", "/things")).isEqualTo(Reach.NONE);
    }

    @Test
    void givenWhatHasNoLine_whenAsked_thenNoRule() {
        assertThat(rules.of("DELETE", path("/things"))).isEmpty();
        assertThat(rules.of("GET", path("/things/"))).isEmpty();
        assertThat(rules.of("GET", path("/things/5/6"))).isEmpty();
        assertThat(rules.of("GET", path("/THINGS"))).isEmpty();
        assertThat(rules.of("get", path("/things"))).isEmpty();
        assertThat(rules.methods(path("/things"))).containsExactly("GET", "POST");
        assertThat(rules.methods(path("/nothing"))).isEmpty();
    }

    @Test
    void givenOpenRule_whenAsked_thenEverybodyAndNobodyMay() {
        AccessRule health = rules.of("GET", path("/health")).orElseThrow();

        assertThat(health.open()).isTrue();
        assertThat(health.reach(Set.of(Role.OPERATOR))).isEqualTo(Reach.ALL);
    }

    @Test
    void givenEndpoint_whenAsked_thenItsOwnLineAndNotOneThatMatchesToo() {
        assertThat(rules.ofEndpoint("GET", "/things/{id}")).isPresent();
        assertThat(rules.ofEndpoint("GET", "/things/{other}")).isEmpty();
        assertThat(rules.ofEndpoint("PUT", "/things/{id}")).isEmpty();
    }

    @Test
    void givenWhateverAddress_whenAsked_thenTheFirstOfAllRulesThatMatches() {
        AccessRules published = AccessRules.published();
        Stream<String> known = published.all().stream().map(rule -> rule.path()
                .getPatternString()
                .replaceAll("\\{[a-zA-Z]+}", "x-1")
                .replace("**", "a/b"));
        List<String> addresses = Stream.concat(known, Stream.of("", "/", "/api", "/actuator/health", "/actuators/x"))
                .flatMap(address -> Stream.of(
                        address,
                        address + "/",
                        "/" + address,
                        address + ";a=b",
                        address.replace("/c", "/%63"),
                        address.replace("/api/", "/api//"),
                        address.replace("/api/", "/api;a=b/")))
                .toList();
        for (String address : addresses) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
                assertThat(published.of(method, path(address)))
                        .as(method + " " + address)
                        .isEqualTo(published.all().stream()
                                .filter(rule -> rule.takes(method) && rule.isAt(path(address)))
                                .findFirst());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /x own all masked all - - -",
                "GET /x own all masked all - - - - -",
                "GET /x own all masked all - - sometimes -",
                "GET /x own all masked all - sometimes - -",
                "GET /x own all masked all - - - sometimes",
                "GET /x own all masked all - - - all",
                "GET /x anyone yes",
                "GET /x everyone",
                "GET",
                "GET /x anyone\nGET /x anyone",
                "GET /x{ anyone"
            })
    void givenLineThatIsNoRule_whenRead_thenRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRules.of(COLUMNS + line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "method path in-person recorded",
                "method path account-manager in-person recorded",
                "method path account-manager agency-manager data-scientist auditor operator administrator",
                "method path account-manager agency-manager data-scientist auditor operator administrator recorded",
                "method path account-manager agency-manager data-scientist auditor operator administrator recorded in-person",
                "path method account-manager agency-manager data-scientist auditor operator administrator in-person recorded",
                "method path account-manager agency-manager data-scientist auditor operator boss in-person recorded",
                "method path auditor agency-manager data-scientist auditor operator administrator in-person recorded"
            })
    void givenOtherColumns_whenRead_thenRefused(String columns) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRules.of(columns));
    }

    @Test
    void givenRule_whenRead_thenItSaysWhetherItIsRecordedOrNeedsAPerson() {
        assertThat(rules.all())
                .filteredOn(AccessRule::inPerson)
                .containsExactlyElementsOf(
                        rules.of("POST", path("/things")).stream().toList());
        assertThat(rules.all())
                .filteredOn(AccessRule::recorded)
                .extracting(rule -> rule.path().getPatternString())
                .containsExactlyInAnyOrder("/things", "/things/{id}");
        assertThat(rules.asWritten())
                .extracting(rule -> rule.method() + " " + rule.path().getPatternString())
                .containsExactly("GET /things", "GET /things/{id}", "GET /things/best", "POST /things", "GET /health");
    }

    private Reach reach(String method, String path, Role... roles) {
        return rules.of(method, path(path)).orElseThrow().reach(List.of(roles));
    }

    private static PathContainer path(String path) {
        return PathContainer.parsePath(path);
    }
}
