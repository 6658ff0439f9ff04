package io.vigie.query.listallevents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.access.rules.Reach;
import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.query.listallevents.EventSearch.Place;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.Cursor;
import io.vigie.query.platform.Page;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.trackprogress.Freshness;
import io.vigie.web.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Clients")
class ListAllEvents {

    private static final int LONGEST = 200;

    /** Of a search for what there is hardly any of, which goes over everybody's events. */
    private static final int LONGEST_SECONDS = 5;

    private static final String[] TYPES =
            EventTypes.CLIENT.stream().map(EventType::name).distinct().toArray(String[]::new);

    private final JdbcTemplate jdbc;

    ListAllEvents(DataSource views) {
        this.jdbc = new JdbcTemplate(views);
        this.jdbc.setQueryTimeout(LONGEST_SECONDS);
    }

    @GetMapping("/api/events")
    @Operation(
            operationId = "listAllEvents",
            summary = "Everything that happened to clients, newest first",
            description = "By the time at which it was recorded. All filters must hold.")
    ResponseEntity<Page<ListedEvent>> list(
            @Parameter(
                            description = "what happened",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "client-registered",
                                                "client-profile-changed",
                                                "client-sites-changed",
                                                "purchase-recorded",
                                                "account-manager-assigned",
                                                "account-manager-unassigned",
                                                "client-departed",
                                                "client-returned"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String type,
            @Parameter(
                            description = "who did it, exactly; 403 for whoever isn't told who did what",
                            schema = @Schema(type = "string", minLength = 1, maxLength = LONGEST))
                    @RequestParam(required = false)
                    @Nullable
                    String actor,
            @Parameter(
                            description = "whom it happened to",
                            schema = @Schema(type = "string", pattern = "[A-Za-z0-9._-]{1,64}"))
                    @RequestParam(required = false)
                    @Nullable
                    String clientId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Freshness freshness,
            HttpServletRequest request) {
        Portfolio portfolio = Portfolio.current();
        if (actor != null && Reach.of(request) == Reach.MASKED) {
            throw Rejected.forbidden(
                    "search-by-actor",
                    "Search by actor",
                    "Whoever isn't told who did what can't search by it: leave actor out.");
        }
        if (actor != null && (actor.isEmpty() || actor.length() > LONGEST)) {
            throw Asked.bad("actor", "must have 1 to " + LONGEST + " characters");
        }
        int most = Asked.limit(limit);
        Cursor position = Cursor.of("all-events", type, actor, clientId);
        EventSearch search = new EventSearch(
                Asked.oneOf("type", type, TYPES),
                actor,
                Asked.name("clientId", clientId),
                place(position.read(cursor)));
        return Page.answer(
                found(search, portfolio, most + 1),
                most,
                event -> event,
                last -> position.after(last.time().toString(), last.clientId(), Long.toString(last.version())));
    }

    private List<ListedEvent> found(EventSearch search, Portfolio portfolio, int most) {
        try {
            return search.in(portfolio, jdbc, most);
        } catch (QueryTimeoutException endless) {
            if (search.isUnfiltered()) {
                throw endless;
            }
            throw Rejected.unprocessable(
                    "search-too-wide",
                    "Search too wide",
                    "Looking through all events took more than " + LONGEST_SECONDS
                            + " s: narrow the search, best by clientId.");
        }
    }

    private static @Nullable Place place(@Nullable List<String> keys) {
        if (keys == null) {
            return null;
        }
        if (keys.size() == 3 && keys.get(2).matches("\\d{1,18}")) {
            try {
                return new Place(
                        Asked.moment(keys.get(0)),
                        Objects.requireNonNull(Asked.name("cursor", keys.get(1))),
                        Long.parseLong(keys.get(2)));
            } catch (DateTimeException madeUp) {
                // Told below.
            }
        }
        throw Asked.bad("cursor", "must be the next of a page of the same query");
    }
}
