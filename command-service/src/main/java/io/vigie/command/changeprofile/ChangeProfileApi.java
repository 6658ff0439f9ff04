package io.vigie.command.changeprofile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.command.client.ClientAnswer;
import io.vigie.command.client.ProfileChecks;
import io.vigie.command.platform.Checks;
import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Commands;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
final class ChangeProfileApi {

    private final Commands commands;
    private final Clock clock;

    ChangeProfileApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Fields, not a record: only so can a field that was left out be told from one that was sent as null. */
    @Schema(name = "ChangeProfile")
    static final class Body {

        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        private @Nullable String name;

        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        private @Nullable String company;

        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        private @Nullable String location;

        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        @Schema(types = "integer", minimum = "0", maximum = "150")
        private @Nullable BigDecimal age;

        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        @Schema(format = "date")
        private @Nullable String onboardedOn;

        ChangeProfile command(Checks checks, String clientId, LocalDate today) {
            return new ChangeProfile(
                    clientId,
                    name == null ? null : ProfileChecks.name(checks, "name", name),
                    company == null ? null : ProfileChecks.name(checks, "company", company),
                    location == null ? null : ProfileChecks.location(checks, location),
                    age == null ? null : ProfileChecks.age(checks, age),
                    onboardedOn == null ? null : checks.day("onboardedOn", onboardedOn, today));
        }
    }

    @Operation(operationId = "changeProfile", summary = "Correct a client's profile; fields left out stay as they are")
    @PatchMapping(path = "/api/clients/{clientId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClientAnswer> patch(@PathVariable String clientId, @RequestBody Body body, CommandRequest request) {
        Checks checks = new Checks();
        String id = Checks.addressed("clientId", clientId);
        ChangeProfile command = body.command(checks, id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return commands.change(request, body, id, checks.passed(command), ClientAnswer.SUBJECT);
    }
}
