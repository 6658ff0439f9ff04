package io.vigie.scoring.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment.Choice;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.scoring.scoreclient.ScoringTopology;
import java.lang.reflect.Proxy;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void givenAVersion_whenLoaded_thenItHasExplainedHundredsOfAnswersBeforeAnybodyGetsIt() throws Unusable {
        AtomicInteger explained = new AtomicInteger();
        byte[] value = JsonMapper.shared().writeValueAsBytes(ChurnVersions.artefact(2));
        ModelLoading loading = new ModelLoading(
                ScoringTopology.FEATURES,
                (name, version, document, reference) ->
                        counted(Models.uploaded(name, version, document, reference), explained));

        Model model = loading.load("churn/2", value.length, () -> value, ChurnVersions.choice(2));

        assertThat(model.version()).isEqualTo(2);
        assertThat(explained).hasValue(400);
    }

    @Test
    void givenNoRoomForItsRecord_whenLoaded_thenItIsntReadAndAnotherTryMayDo() {
        Unusable reason = catchThrowableOfType(Unusable.class, () -> new ModelLoading(ScoringTopology.FEATURES)
                .load(
                        "churn/2",
                        Integer.MAX_VALUE,
                        () -> {
                            throw new AssertionError("it was read");
                        },
                        ChurnVersions.choice(2)));

        assertThat(reason.isLasting()).isFalse();
        assertThat(reason.sentence())
                .startsWith("churn/2 is unusable here: it needs about 12884 MB of memory, of which");
    }

    private static Model counted(Model model, AtomicInteger explained) {
        return (Model) Proxy.newProxyInstance(
                Model.class.getClassLoader(), new Class<?>[] {Model.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("explain")) {
                        explained.incrementAndGet();
                    }
                    return method.invoke(model, arguments);
                });
    }

    private static Unusable fault(Set<String> features, ModelArtefact artefact, Choice choice) {
        byte[] value = JsonMapper.shared().writeValueAsBytes(artefact);
        return catchThrowableOfType(Unusable.class, () -> new ModelLoading(features)
                .load(artefact.key(), value.length, () -> value, choice));
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
