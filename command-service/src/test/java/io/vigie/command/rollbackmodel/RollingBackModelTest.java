package io.vigie.command.rollbackmodel;

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
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import org.junit.jupiter.api.Test;

class RollingBackModelTest {

    private static final ModelState SECOND =
            after(uploaded(1), uploaded(2), uploaded(3), promoted(CHAMPION, 1, null), promoted(CHAMPION, 2, 1));
    private static final RollBackModel BACK = new RollBackModel("m", "worse");

    @Test
    void givenASecondChampion_whenRolledBack_thenTheFirstIsItAgain() {
        assertThat(RollingBackModel.decide(BACK, SECOND)).containsExactly(new ModelRolledBack("m", 1, 2, "worse"));
    }

    @Test
    void givenARollback_whenRolledBackAgain_thenThereIsNoneBefore() {
        ModelState first = SECOND.evolve(new ModelRolledBack("m", 1, 2, "worse"));

        assertThat(first.champion()).isEqualTo(1);
        assertThat(refusal(() -> RollingBackModel.decide(BACK, first))).isEqualTo("no-previous-champion");
    }

    @Test
    void givenAThirdAfterARollback_whenRolledBack_thenTheOneBeforeItAndNotTheOneRolledBack() {
        ModelState third =
                SECOND.evolve(new ModelRolledBack("m", 1, 2, "worse")).evolve(promoted(CHAMPION, 3, 1));

        assertThat(RollingBackModel.decide(BACK, third)).containsExactly(new ModelRolledBack("m", 1, 3, "worse"));
    }

    @Test
    void givenThePreviousIsChallenger_whenRolledBack_thenItIsDismissedFirst() {
        assertThat(RollingBackModel.decide(BACK, SECOND.evolve(promoted(CHALLENGER, 1, null))))
                .containsExactly(
                        new ModelChallengerDismissed("m", 1, "worse"), new ModelRolledBack("m", 1, 2, "worse"));
    }

    @Test
    void givenNoneBefore_whenRolledBack_thenRefused() {
        assertThat(refusal(() -> RollingBackModel.decide(BACK, after(uploaded(1)))))
                .isEqualTo("no-previous-champion");
        assertThat(refusal(() -> RollingBackModel.decide(BACK, SECOND.evolve(retired(1)))))
                .isEqualTo("version-retired");
    }

    private static String refusal(Runnable deed) {
        return catchThrowableOfType(Refused.class, deed::run).slug();
    }
}
