package io.vigie.access.recordactions;

import io.vigie.access.recorded.Cursor;
import io.vigie.access.recorded.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done about who gets in, and about what needs two persons, newest first. */
@RestController
public class ActionsApi {

    private final Actions actions;

    public ActionsApi(Actions actions) {
        this.actions = actions;
    }

    @GetMapping("/api/actions")
    Page<RecordedAction> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Page.of(actions.before(Cursor.number(cursor), limit + 1), limit, RecordedAction::actionId);
    }
}
