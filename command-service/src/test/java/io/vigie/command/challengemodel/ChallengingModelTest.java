package io.vigie.command.challengemodel;

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
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import org.junit.jupiter.api.Test;

class ChallengingModelTest {

    private static final ModelState THREE =
            after(uploaded(1), uploaded(2), uploaded(3), promoted(CHAMPION, 1, null), promoted(CHALLENGER, 2, null));

    @Test
    void givenAnotherVersion_whenItChallenges_thenItReplacesTheChallenger() {
        assertThat(ChallengingModel.decide(challenge(3), THREE))
                .containsExactly(new ModelPromoted("m", CHALLENGER, 3, 2, "try it", null));
    }

    @Test
    void givenTheChallenger_whenItChallengesAgain_thenNothing() {
        assertThat(ChallengingModel.decide(challenge(2), THREE)).isEmpty();
    }

    @Test
    void givenVersionsThatCant_whenTheyChallenge_thenRefused() {
        assertThat(refusal(() -> ChallengingModel.decide(challenge(1), THREE))).isEqualTo("version-is-champion");
        assertThat(refusal(() -> ChallengingModel.decide(challenge(4), THREE))).isEqualTo("unknown-version");
        assertThat(refusal(() -> ChallengingModel.decide(challenge(2), after(uploaded(1), uploaded(2), retired(2)))))
                .isEqualTo("version-retired");
    }

    @Test
    void givenAChallenger_whenDismissed_thenOnce() {
        assertThat(ChallengingModel.decide(new DismissChallenger("m", "enough"), THREE))
                .containsExactly(new ModelChallengerDismissed("m", 2, "enough"));
        assertThat(ChallengingModel.decide(new DismissChallenger("m", "enough"), after(uploaded(1))))
                .isEmpty();
        assertThat(THREE.evolve(new ModelChallengerDismissed("m", 2, "enough")).challenger())
                .isNull();
    }

    private static ChallengeModel challenge(int version) {
        return new ChallengeModel("m", version, "try it");
    }

    private static String refusal(Runnable deed) {
        return catchThrowableOfType(Refused.class, deed::run).slug();
    }
}
