package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.scoring.scoreclient.ScoringTopology;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which faults are a document's for good, and which may be the moment's. */
class ModelLoadingTest {

    @Test
    void givenTooLittleMemory_whenLoaded_thenAnotherTryMayDo() {
        Unusable reason = fault(new Exhausted(), ChurnVersions.artefact(2), ChurnVersions.choice(2));

        assertThat(reason.isLasting()).isFalse();
        assertThat(reason.sentence()).isEqualTo("churn/2 failed with OutOfMemoryError.");
    }

    @Test
    void givenAnotherChecksum_whenLoaded_thenThatLasts() {
        Unusable reason = fault(ScoringTopology.FEATURES, ChurnVersions.artefact(2), ChurnVersions.choice(3));

        assertThat(reason.isLasting()).isTrue();
        assertThat(reason.sentence()).contains("checksum");
    }

    @Test
    void givenADocumentThatIsRefused_whenLoaded_thenThatLasts() {
        byte[] empty = "<PMML xmlns=\"http://www.dmg.org/PMML-4_4\" version=\"4.4\"/>".getBytes(UTF_8);
        String sha256 = ChurnVersions.sha256(empty);

        Unusable reason = fault(
                ScoringTopology.FEATURES, ChurnVersions.artefact("churn", 2, empty, sha256), new Choice(2, sha256));

        assertThat(reason.isLasting()).isTrue();
        assertThat(reason.sentence()).startsWith("churn/2 is refused: ");
    }

    private static Unusable fault(Set<String> features, ModelArtefact artefact, Choice choice) {
        byte[] value = JsonMapper.shared().writeValueAsBytes(artefact);
        return catchThrowableOfType(
                Unusable.class, () -> new ModelLoading(features).load(artefact.key(), value, choice));
    }

    /** Stands for what can't be had at will. */
    private static final class Exhausted extends AbstractSet<String> {

        @Override
        public boolean containsAll(Collection<?> names) {
            throw new OutOfMemoryError();
        }

        @Override
        public Iterator<String> iterator() {
            return ScoringTopology.FEATURES.iterator();
        }

        @Override
        public int size() {
            return ScoringTopology.FEATURES.size();
        }
    }
}
