package io.vigie.access.recordreads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void givenOne_whenAsked_thenItsIdWhateverElseIsAsked() {
        Question question = Question.of("/things/{id}", List.of("c-1"), Map.of("await", new String[] {"5"}));

        assertThat(question.subject()).isEqualTo("c-1");
        assertThat(question.hash()).isNull();
    }

    @Test
    void givenAListOfOneClient_whenAsked_thenItIsAboutThatOne() {
        Map<String, String[]> query = Map.of("clientId", new String[] {"c-1"}, "limit", new String[] {"5"});

        assertThat(Question.of("/things", List.of(), query).subject()).isEqualTo("c-1");
        assertThat(Question.of("/things", List.of(), Map.of("clientId", new String[] {"c-1", "c-2"}))
                        .subject())
                .isNull();
        assertThat(Question.of("/things", List.of(), Map.of("clientId", new String[] {"no id"}))
                        .hash())
                .hasSize(32);
    }

    @Test
    void givenMany_whenAsked_thenTheSameHashForTheSameQuestionOnly() {
        Map<String, String[]> query = new LinkedHashMap<>(Map.of("q", new String[] {"é"}));
        query.put("limit", new String[] {"5"});
        Map<String, String[]> otherOrder = new LinkedHashMap<>(Map.of("limit", new String[] {"5"}));
        otherOrder.put("q", new String[] {"é"});
        byte[] asked = many(query);

        assertThat(asked).hasSize(32).isEqualTo(many(otherOrder));
        assertThat(asked)
                .isNotEqualTo(many(Map.of("q", new String[] {"è"}, "limit", new String[] {"5"})))
                .isNotEqualTo(many(Map.of("limit", new String[] {"5"})))
                .isNotEqualTo(many(Map.of()));
    }

    @Test
    void givenWhatIsNoId_whenAsked_thenItIsNotKept() {
        for (String text : List.of("Ada Lovelace", "x".repeat(65), "é", "a/b", "")) {
            Question question = Question.of("/things/{id}", List.of(text), Map.of());
            assertThat(question.subject()).as(text).isNull();
            assertThat(question.hash()).hasSize(32);
        }
    }

    private static byte[] many(Map<String, String[]> query) {
        byte[] hash = Question.of("/things", List.of(), query).hash();
        return hash == null ? new byte[0] : hash;
    }
}
