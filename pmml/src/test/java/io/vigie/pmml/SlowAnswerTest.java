package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.pmml.describe.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That an answer may take a quarter of a second, and no more. */
class SlowAnswerTest {

    private final AnyModel model = Documents.model("forest-average-4.2");

    @Test
    void givenAnswersThatTakeTooLong_whenTried_thenRefusedForTheirTime() {
        assertThatThrownBy(() -> Trials.check(new Slow(model, 300, Integer.MAX_VALUE, new AtomicInteger()), List.of()))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("a record takes longer than 250 ms");
    }

    @Test
    void givenAnswersThatAreSlowAtFirst_whenTried_thenAccepted() {
        Slow slow = new Slow(model, 300, 3, new AtomicInteger());

        assertThat(Trials.check(slow, List.of())).containsKey("a");
        assertThat(slow.asked()).hasValue(4);
    }

    @Test
    void givenAnswersWithinTheTime_whenTried_thenAccepted() {
        assertThat(Trials.check(new Slow(model, 100, Integer.MAX_VALUE, new AtomicInteger()), List.of()))
                .containsKey("a");
    }

    /** A model the first answers of which take longer. */
    private record Slow(AnyModel model, int millis, int times, AtomicInteger asked) implements AnyModel {

        @Override
        public Answer evaluate(Map<String, ?> record) {
            if (asked.incrementAndGet() <= times) {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            return model.evaluate(record);
        }

        @Override
        public String sha256() {
            return model.sha256();
        }

        @Override
        public String engine() {
            return model.engine();
        }

        @Override
        public Schema schema() {
            return model.schema();
        }

        @Override
        public List<String> explainable() {
            return model.explainable();
        }

        @Override
        public boolean isRisk(String output) {
            return model.isRisk(output);
        }

        @Override
        public Reasons explain(Map<String, ?> record, Explaining how) {
            return model.explain(record, how);
        }
    }
}
