package io.vigie.command.promotemodel;

import static io.vigie.command.testing.ModelFixture.after;
import static io.vigie.command.testing.ModelFixture.promoted;
import static io.vigie.command.testing.ModelFixture.retired;
import static io.vigie.command.testing.ModelFixture.uploaded;
import static io.vigie.contracts.model.Alias.CHALLENGER;
import static io.vigie.contracts.model.Alias.CHAMPION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.command.model.ModelState;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import org.junit.jupiter.api.Test;

class PromotingModelTest {

    private static final ModelState TWO = after(uploaded(1), uploaded(2), promoted(CHAMPION, 1, null));

    @Test
    void givenAnotherVersion_whenPromoted_thenItReplacesTheChampion() {
        assertThat(PromotingModel.decide(promote(2), TWO))
                .containsExactly(new ModelPromoted("m", CHAMPION, 2, 1, "better", "ada"));
    }

    @Test
    void givenNoChampionYet_whenPromoted_thenItReplacesNone() {
        assertThat(PromotingModel.decide(promote(1), after(uploaded(1))))
                .containsExactly(new ModelPromoted("m", CHAMPION, 1, null, "better", "ada"));
    }

    @Test
    void givenTheChampion_whenPromotedAgain_thenNothing() {
        assertThat(PromotingModel.decide(promote(1), TWO)).isEmpty();
    }

    @Test
    void givenTheChallenger_whenPromoted_thenItIsChallengerNoLonger() {
        ModelState state = after(
                uploaded(1),
                uploaded(2),
                promoted(CHAMPION, 1, null),
                promoted(CHALLENGER, 2, null),
                promoted(CHAMPION, 2, 1));

        assertThat(state.champion()).isEqualTo(2);
        assertThat(state.challenger()).isNull();
    }

    @Test
    void givenVersionsThatCant_whenPromoted_thenRefused() {
        assertThat(refusal(() -> PromotingModel.decide(promote(3), TWO))).isEqualTo("unknown-version");
        assertThat(refusal(() -> PromotingModel.decide(
                        promote(2), after(uploaded(1), uploaded(2), promoted(CHAMPION, 1, null), retired(2)))))
                .isEqualTo("version-retired");
    }

    private static PromoteModel promote(int version) {
        return new PromoteModel("m", version, "better", "ada", null);
    }

    private static String refusal(Runnable deed) {
        return catchThrowableOfType(Refused.class, deed::run).slug();
    }
}
