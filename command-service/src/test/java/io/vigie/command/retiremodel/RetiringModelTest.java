package io.vigie.command.retiremodel;

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
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import org.junit.jupiter.api.Test;

class RetiringModelTest {

    private static final ModelState TWO =
            after(uploaded(1), uploaded(2), promoted(CHAMPION, 1, null), promoted(CHALLENGER, 2, null));

    @Test
    void givenTheChallenger_whenRetired_thenItIsNoneAnyMore() {
        assertThat(RetiringModel.decide(retire(2), TWO)).containsExactly(new ModelRetired("m", 2, "old"));
        assertThat(TWO.evolve(new ModelRetired("m", 2, "old")).challenger()).isNull();
    }

    @Test
    void givenARetiredVersion_whenRetiredAgain_thenNothing() {
        assertThat(RetiringModel.decide(retire(2), TWO.evolve(retired(2)))).isEmpty();
    }

    @Test
    void givenChampionOrNobody_whenRetired_thenRefused() {
        assertThat(refusal(() -> RetiringModel.decide(retire(1), TWO))).isEqualTo("version-is-champion");
        assertThat(refusal(() -> RetiringModel.decide(retire(3), TWO))).isEqualTo("version-not-found");
    }

    private static RetireModel retire(int version) {
        return new RetireModel("m", version, "old");
    }

    private static String refusal(Runnable deed) {
        return catchThrowableOfType(Refused.class, deed::run).slug();
    }
}
