package io.vigie.query.evaluatemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.pmml.AnyModel;
import io.vigie.query.knownmodels.KnownModels;
import io.vigie.query.knownmodels.KnownVersion;
import io.vigie.query.knownmodels.ModelDocuments;
import io.vigie.query.knownmodels.ReadyModels;
import io.vigie.query.reasonwords.ModelInputs;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.ModelLives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** All records of a request together have a limit. */
@SuppressWarnings("NullAway.Init")
class EvaluationTimeIT extends RunningService {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Map<String, Object> RECORD =
            Map.of("Age", 42.0, "Total_Purchase", 11066.8, "Account_Manager", 1.0, "Years", 7.22, "Num_Sites", 11.0);

    private final String name = ModelLives.name();

    @Autowired
    private KnownModels models;

    @Autowired
    private ReadyModels ready;

    @Autowired
    private ModelDocuments documents;

    @Autowired
    private ModelInputs inputs;

    private KnownVersion version;
    private AnyModel model;

    @BeforeAll
    void life() {
        connect();
        ModelArtefact artefact = ModelLives.artefact(name, 1, ModelLives.churn());
        publisher.send(
                Publisher.event(ModelLives.uploaded(artefact, null), 1, Lives.NOON), ModelLives.handedOut(artefact));
        http.until("/api/models/" + name, json -> true);
        version = models.version(name, "1");
        model = ready.any(version);
    }

    /** A clock on which so much goes by between two looks. */
    private static LongSupplier passing(Duration step) {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        return () -> now.getAndAdd(step.toNanos());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenRecordsThatTakeTenSecondsEach_whenEvaluated_thenThoseBehindTheLimitAreToldAsNotEvaluated(
            boolean explain) {
        AskedRecords asked = new AskedRecords(Collections.nCopies(100, RECORD), false, explain, List.of());

        List<Evaluated> results = new Evaluations(documents, inputs, LIMIT, passing(Duration.ofSeconds(10)))
                .of(version, model, asked, Locale.ENGLISH);

        assertThat(results).hasSize(100);
        assertThat(results.subList(0, 2)).allSatisfy(one -> {
            assertThat(one.outputs()).isNotNull();
            assertThat(one.problem()).isNull();
            assertThat(one.explanation() != null).isEqualTo(explain);
        });
        assertThat(results.subList(2, 100)).allSatisfy(one -> {
            assertThat(one.outputs()).isNull();
            assertThat(one.problem()).contains("time", "fewer");
        });
    }

    @Test
    void givenHardlyAnyTimeLeft_whenExplained_thenTheExplanationTakesNoMoreThanThat() {
        AskedRecords asked = new AskedRecords(List.of(RECORD), true, true, Collections.nCopies(100, RECORD));

        List<Evaluated> results = new Evaluations(documents, inputs, LIMIT, passing(LIMIT.minusNanos(1)))
                .of(version, model, asked, Locale.ENGLISH);

        assertThat(results.get(0).outputs()).isNotNull();
        assertThat(results.get(0).explanation()).isNull();
        assertThat(results.get(0).problem()).contains("too long");
    }
}
