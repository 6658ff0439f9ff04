package io.vigie.pmml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpmml.evaluator.FunctionRegistry;
import org.junit.jupiter.api.Test;

/** That no record changes what the evaluator keeps of functions for the whole process, in a map for one thread. */
class FunctionNamesTest {

    @Test
    void givenFunctionsOfADocument_whenEvaluated_thenTheMapForTheWholeProcessStaysAsItWas() throws Exception {
        Documents.model("stacking-4.4").evaluate(Map.of("a", 1, "b", 1));
        Set<?> before = Set.copyOf(names());
        String renamed = Documents.text("stacking-4.4").replace("\"half\"", "\"half of it\"");

        AnyModel model = Documents.accepted(renamed);

        assertThat(model.evaluate(Map.of("a", 3, "b", 1)))
                .isEqualTo(Documents.model("stacking-4.4").evaluate(Map.of("a", 3, "b", 1)));
        assertThat(before).isNotEmpty();
        assertThat(names().equals(before)).isTrue();
    }

    @Test
    void givenModelsWithFunctionsOfManyNames_whenAskedForTheFirstTimeByManyThreads_thenEachAnswers() throws Exception {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            String text = Documents.text("stacking-4.4").replace("\"half\"", "\"half by " + index + "\"");
            AnyModel model = Documents.accepted(text);
            tasks.add(() -> model.evaluate(Map.of("a", 3, "b", 1)));
        }
        Answer expected = Documents.model("stacking-4.4").evaluate(Map.of("a", 3, "b", 1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Answer> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static Set<?> names() throws ReflectiveOperationException {
        Field field = FunctionRegistry.class.getDeclaredField("userDefinedFunctionClazzes");
        field.setAccessible(true);
        return ((Map<?, ?>) field.get(null)).keySet();
    }
}
