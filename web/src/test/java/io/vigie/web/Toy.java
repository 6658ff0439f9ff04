package io.vigie.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** A service with one of everything that can be asked wrongly. */
@SpringBootApplication
@RestController
class Toy {

    record Thing(
            @Nullable @NotBlank String name,
            @Nullable @Min(0) Integer age,
            @Nullable BigDecimal amount,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable Boolean flag,
            @Nullable UUID id) {}

    enum Colour {
        RED,
        GREEN
    }

    @PostMapping("/things")
    Map<String, Object> take(@Valid @RequestBody Thing thing) {
        return Map.of("name", String.valueOf(thing.name()), "correlation", Correlation.id());
    }

    @GetMapping("/things/{id}")
    Map<String, Object> one(@PathVariable UUID id) {
        throw Rejected.conflict("taken", "Taken", "It is taken.").with("by", 7).header("X-Toy", "yes");
    }

    @GetMapping("/things")
    Map<String, Object> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam @Nullable Colour colour,
            @RequestParam @Nullable String q) {
        return Map.of("limit", limit);
    }

    record Filter(@Nullable String band, @Nullable String q) {}

    @GetMapping("/filtered")
    Filter filtered(Filter filter, @RequestHeader(required = false, name = "X-No") @Nullable String no) {
        return filter;
    }

    @GetMapping("/needed")
    String needed(@RequestParam String name) {
        return name;
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("the secret of the house");
    }

    @GetMapping("/overflow")
    String overflow() {
        throw new StackOverflowError("the secret of the house");
    }

    @GetMapping("/busy")
    String busy() {
        throw Rejected.notReady("projection-behind", "Behind", "Not there yet.", Duration.ofMillis(200));
    }

    @GetMapping("/slow")
    DeferredResult<String> slow() {
        return new DeferredResult<>(200L);
    }

    @PostMapping(path = "/big", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> big(HttpServletRequest request) throws IOException {
        return Map.of("bytes", request.getInputStream().readAllBytes().length);
    }
}
