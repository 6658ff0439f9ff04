package io.vigie.query.evaluatemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.pmml.describe.Schema;
import io.vigie.pmml.describe.Schema.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsHeaderTest {

    @Test
    void givenOutputsNamedAsFormulas_whenAnswered_thenNoneIsOneAndWhatWasSentComesBack() {
        List<Output> outputs = List.of("=cmd", "+1", "-1", "@x", "\tx", "fine", "=sent").stream()
                .map(name -> new Output(name, "string", "predictedValue", null, false))
                .toList();
        Schema schema =
                new Schema("TreeModel", "classification", null, "4.4", null, null, 1, List.of(), List.of(), outputs);

        RecordsHeader header = RecordsHeader.of(List.of("=mine", "'=sent", "fine"), schema);

        assertThat(header.answered())
                .containsExactly(
                        "=mine",
                        "'=sent",
                        "fine",
                        "'=cmd",
                        "'+1",
                        "'-1",
                        "'@x",
                        "'\tx",
                        "fine (model)",
                        "'=sent (model)",
                        "problem");
        assertThat(header.outputs()).contains("=cmd");
    }
}
