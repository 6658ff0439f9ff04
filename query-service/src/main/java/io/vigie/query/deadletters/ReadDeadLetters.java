package io.vigie.query.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Unknown;
import io.vigie.query.trackprogress.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Dead letters")
class ReadDeadLetters {

    private final DeadLetterCards letters;

    ReadDeadLetters(DeadLetterCards letters) {
        this.letters = letters;
    }

    @GetMapping("/api/dead-letters")
    @Operation(summary = "Records that could not be handled, newest first")
    ResponseEntity<Page<ListedDeadLetter>> list(
            @Parameter(
                            description = "who could not handle them",
                            schema = @Schema(allowableValues = {"relay", "scoring", "query"}))
                    @RequestParam(required = false)
                    @Nullable
                    String consumer,
            @Parameter(
                            description = "what was decided about them",
                            schema = @Schema(allowableValues = {"open", "retried", "evicted"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness) {
        Asked.oneOf("consumer", consumer, "relay", "scoring", "query");
        Asked.oneOf("state", state, "open", "retried", "evicted");
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("dead-letters", consumer, state);
        long before = position.readNumber(cursor, Long.MAX_VALUE);
        return Page.answer(
                letters.before(before, consumer, state, Limit.of(most + 1)),
                most,
                ListedDeadLetter::of,
                last -> position.after(Long.toString(last.deadLetterId)));
    }

    @GetMapping("/api/dead-letters/{deadLetterId}")
    @Operation(summary = "One dead letter with its value and headers")
    ShownDeadLetter show(@PathVariable String deadLetterId, Freshness freshness) {
        return ShownDeadLetter.of(letters.findById(id(deadLetterId)).orElseThrow(Unknown::deadLetter));
    }

    static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Unknown.deadLetter();
        }
        return Long.parseLong(text);
    }
}
