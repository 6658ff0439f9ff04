package io.vigie.query.projectmodels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.query.platform.Wire;
import io.vigie.query.testing.ModelLives;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtefactTextTest {

    private static final ModelArtefact ONE = ModelLives.artefact("m", 1, ModelLives.churn());
    private static final String REST =
            "\"name\":\"m\",\"version\":1,\"sha256\":\"x\",\"referencePoint\":{},\"trainingRanges\":{}";

    private static ArtefactText read(String json) throws Exception {
        return ArtefactText.read(json.getBytes(UTF_8));
    }

    @Test
    void givenAVersion_whenRead_thenItIsAsHandedOutWithItsDocumentBeside() throws Exception {
        ArtefactText read = read(Wire.text(ONE));

        assertThat(read.document()).isEqualTo(ONE.bytes());
        assertThat(Wire.text(read.artefact()))
                .isEqualTo(Wire.text(new ModelArtefact(
                        "m", 1, ONE.sha256(), "", ONE.referencePoint(), ONE.trainingRanges(), ONE.card())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"card\":{\"document\":\"Zo\u00eb \ud83d\ude00\"},%s,\"document\":\"QUJD\"}",
                " { \"document\" : \"QUJD\" , %s , \"card\":{\"document\":\"Zo\u00eb \ud83d\ude00\"}}\n"
            })
    void givenTheDocumentAnywhere_whenRead_thenWhatIsAroundItStays(String json) throws Exception {
        ArtefactText read = read(json.formatted(REST));

        assertThat(read.document()).isEqualTo("ABC".getBytes(UTF_8));
        assertThat(read.artefact().card()).isEqualTo(Map.of("document", "Zo\u00eb \ud83d\ude00"));
        assertThat(read.artefact().sha256()).isEqualTo("x");
    }

    @Test
    void givenADocumentOfTwentyMegabytes_whenRead_thenItIsAllThere() throws Exception {
        byte[] document = new byte[20_000_000];
        new Random(7).nextBytes(document);

        assertThat(ArtefactText.read(
                                Wire.text(ModelLives.artefact("m", 1, document)).getBytes(UTF_8))
                        .document())
                .isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{%s}",
                "{%s,\"document\":null}",
                "{%s,\"document\":\"QUJD\",\"document\":\"QUJD\"}",
                "{%s,\"document\":\"QUJD\"} x",
                "{%s,\"document\":\"QUJD\",\"card\":{\"a\":1e1000000000}}",
                "{\"document\":\"QUJD\"}"
            })
    void givenWhatIsNoVersion_whenRead_thenNotReadable(String json) {
        assertThatThrownBy(() -> read(json.formatted(REST))).isInstanceOf(Wire.NotReadable.class);
    }

    @Test
    void givenAnotherEncoding_whenRead_thenNotReadable() {
        String json = "{\"document\":\"QUJD\"," + REST + "}";

        assertThatThrownBy(() -> ArtefactText.read(json.getBytes(StandardCharsets.UTF_16BE)))
                .isInstanceOf(Wire.NotReadable.class);
        assertThatThrownBy(() -> ArtefactText.read(
                        ("{\"card\":{\"a\":\"\u00eb\"}," + json.substring(1)).getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Wire.NotReadable.class);
        assertThatThrownBy(() -> ArtefactText.read(null)).isInstanceOf(Wire.NotReadable.class);
    }

    @Test
    void givenWhatIsNotBase64_whenRead_thenSaidSo() {
        assertThatThrownBy(() -> read("{\"document\":\"Q\u00a7\"," + REST + "}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
