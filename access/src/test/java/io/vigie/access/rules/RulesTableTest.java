package io.vigie.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulesTableTest {

    @Test
    void givenRules_whenWritten_thenATableInTheirOrder() {
        AccessRules rules = AccessRules.of("""
                method path    auditor agency-manager account-manager data-scientist operator administrator in-person recorded
                # Things
                POST /things      -    all            own             -              -        -             yes       -
                GET  /things/{id} all  all            own             masked         -        -             -         yes
                GET  /health      anyone
                """);

        assertThat(RulesTable.markdown(rules)).isEqualTo("""
                |  | account-manager | agency-manager | data-scientist | auditor | operator | administrator | in person | recorded |
                | --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: | :-: |
                | `POST /things` | own | ✓ | – | – | – | – | ✓ | – |
                | `GET /things/{id}` | own | ✓ | masked | ✓ | – | – | – | ✓ |
                | `GET /health` (anyone) | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | – | – |
                """);
    }

    @Test
    void givenPublishedRules_whenWritten_thenALineForEachOfTheSameWidth() {
        AccessRules published = AccessRules.published();

        assertThat(RulesTable.markdown(published).lines())
                .hasSize(published.all().size() + 2)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(10));
    }
}
