package io.vigie.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmlessFieldsTest {

    private static String masked(String address, String answer) {
        return HarmlessFields.at(address).of(Wire.tree(answer)).toString();
    }

    @Test
    void givenTheTableOfRules_whenSomethingIsMasked_thenSomebodyHasNamedWhatIsHarmless() {
        List<AccessRule> rules = AccessRules.published().all().stream()
                .filter(rule -> rule.reaches().containsValue(Reach.MASKED))
                .toList();

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> assertThat(
                        HarmlessFields.at(rule.path().getPatternString()))
                .isNotSameAs(HarmlessFields.at("/api/nothing")));
    }

    @Test
    void givenAnAddressThatNobodyNamed_whenMasked_thenNothingIsLeft() {
        assertThat(masked("/api/new", "{\"clientId\":\"c\",\"next\":\"x\",\"items\":[{\"age\":1}]}"))
                .isEqualTo("{}");
    }

    @Test
    void givenAFieldThatNobodyNamed_whenMasked_thenItIsLeftOutAtAnyDepth() {
        assertThat(
                        masked(
                                "/api/clients/{clientId}/events",
                                "{\"items\":[{\"version\":1,\"new\":2,\"payload\":{\"age\":3,\"new\":[4]}},{\"new\":5}],\"next\":null}"))
                .isEqualTo("{\"items\":[{\"version\":1,\"payload\":{\"age\":3}}],\"next\":null}");
    }

    @Test
    void givenAHarmlessNameWithMoreInIt_whenMasked_thenWhatIsInItIsLeftOut() {
        assertThat(masked("/api/clients/{clientId}", "{\"clientId\":\"c\",\"age\":{\"name\":\"Ann\"}}"))
                .isEqualTo("{\"clientId\":\"c\"}");
    }

    @Test
    void givenFeatures_whenMasked_thenNumbersStayAndTextDoesnt() {
        assertThat(masked(
                        "/api/clients/{clientId}/scores",
                        "{\"items\":[{\"features\":{\"Age\":42.0,\"Name\":\"Ann\"}}],\"next\":null}"))
                .isEqualTo("{\"items\":[{\"features\":{\"Age\":42.0}}],\"next\":null}");
    }
}
