package io.vigie.command.uploadmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vigie.web.Rejected;
import java.time.Clock;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class CheckingUploadTest {

    private final CheckingUpload checking = new CheckingUpload(new ChurnDemands(new RegisteredFeatures(
            new JdbcTemplate(), Jackson3Serializer.builder().build(), Clock.systemUTC())));

    @Test
    void givenTwoAtIt_whenAThirdComes_thenItIsToldToComeAgain() throws Exception {
        Rejected third = checking.inTurn(() ->
                checking.inTurn(() -> catchThrowableOfType(Rejected.class, () -> checking.inTurn(() -> "at it too"))));

        assertThat(third.getStatusCode().value()).isEqualTo(503);
        assertThat(third.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void givenOneThatFailed_whenOthersCome_thenItsTurnIsFree() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> checking.inTurn(() -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(checking.<String>inTurn(() -> "at it")).isEqualTo("at it");
    }
}
