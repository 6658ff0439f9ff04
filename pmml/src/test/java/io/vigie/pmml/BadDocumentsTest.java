package io.vigie.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that would harm, hang or mislead: each is refused with the element, the reason and what to do. */
class BadDocumentsTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                        BadForms.forms(),
                        BadForms.nesting(),
                        BadReferences.functions(),
                        BadReferences.fields(),
                        BadContents.numbers(),
                        BadContents.unsupported(),
                        BadContents.verification(),
                        BadCosts.tables(),
                        BadCosts.scopes())
                .flatMap(list -> list);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givenBadDocument_whenUploaded_thenRefusedInTimeWithElementReasonAndRemedy(
            String name, String document, String element, String reason) {
        byte[] bytes = document.getBytes(UTF_8);
        Engine.warm();

        ModelRefused refused = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> catchThrowableOfType(ModelRefused.class, () -> Uploads.accept(bytes, UploadRules.any())));

        assertThat(refused).as(name).isNotNull();
        assertThat(refused.element()).startsWith(element).hasSizeLessThan(70);
        assertThat(refused.reason()).contains(reason).hasSizeLessThan(250).doesNotContain("\n", "secret");
        assertThat(refused.remedy()).endsWith(".");
        assertThat(ModelCheckTest.Planted.instances).isZero();
    }

    @Test
    void givenHalfAGigabyte_whenUploaded_thenRefusedAfterTheFirstTwentyMegabytes() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                int given = (int) Math.min(length, 500_000_000 - read[0]);
                Arrays.fill(buffer, offset, offset + Math.max(0, given), (byte) ' ');
                read[0] += Math.max(0, given);
                return given <= 0 ? -1 : given;
            }
        };

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Uploads.accept(endless, UploadRules.any()))
                        .isInstanceOf(ModelRefused.class)
                        .hasMessageContaining("larger than 20000000 bytes"));
        assertThat(read[0]).isLessThan(21_000_000);
    }

    @Test
    void givenInputThatNobodySupplies_whenUploaded_thenRefusedByItsName() {
        UploadRules rules = new UploadRules(Optional.of(Set.of("x", "colour", "y")), List.of(), UploadRules.BUDGET);

        assertThatThrownBy(() -> Uploads.accept(Snippets.LINE.getBytes(UTF_8), rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("asks for z");
    }

    @Test
    void givenRealRecordWithoutAnswer_whenUploaded_thenRefusedWithItsNumber() {
        UploadRules rules = new UploadRules(
                Optional.empty(),
                List.of(Map.of("x", 1, "z", 1, "colour", "red"), Map.of("x", 1e5, "z", 1, "colour", "red")),
                UploadRules.BUDGET);

        assertThatThrownBy(() -> Uploads.accept(Snippets.LINE.getBytes(UTF_8), rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("trial record 2")
                .hasMessageContaining("not a finite number");
    }

    @Test
    void givenNoTime_whenUploaded_thenRefusedWithoutWaitingForTheEnd() throws IOException {
        UploadRules rules = new UploadRules(Optional.empty(), List.of(), Duration.ofMillis(1));
        byte[] forest = Documents.forest(20, 10).getBytes(UTF_8);

        assertThatThrownBy(() -> Uploads.accept(forest, rules))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("took longer than");
    }
}
