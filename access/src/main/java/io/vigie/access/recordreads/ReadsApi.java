package io.vigie.access.recordreads;

import io.vigie.access.recorded.Cursor;
import io.vigie.access.recorded.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors asked for, newest first. */
@RestController
public class ReadsApi {

    private final Reads reads;

    public ReadsApi(Reads reads) {
        this.reads = reads;
    }

    @GetMapping("/api/reads")
    Page<RecordedRead> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 300) String account) {
        return Page.of(reads.before(Cursor.number(cursor), account, limit + 1), limit, RecordedRead::readId);
    }
}
