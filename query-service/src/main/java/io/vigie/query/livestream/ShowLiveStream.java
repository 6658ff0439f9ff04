package io.vigie.query.livestream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.access.Actor;
import io.vigie.access.requests.LastingProofs;
import io.vigie.query.livestream.Outbox.Message;
import io.vigie.query.platform.Asked;
import io.vigie.query.platform.PlantedBug;
import io.vigie.query.reasonwords.AskedLanguage;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Live")
class ShowLiveStream {

    private static final String DESCRIPTION = """
            Server-sent events: one stream for all that a page shows. It begins with `hello`; then come patches, each the \
            present state of one thing, under the name of its topic: at once, but no more than four a second of one thing. \
            They carry no personal data and no lists. `{"…Id": …, "gone": true}` says that a client is none of the reader's \
            any more. `reset` says that something was missed: read everything again. `standing` tells every five seconds how \
            far what is shown is behind what has happened (`behindMillis`), and at once when that begins or ends to matter. A \
            browser that comes back says by itself where it was, in `Last-Event-ID`, and misses nothing; where it was \
            isn't known for ever, and then there is a `reset`. An account may have four streams at a time. A stream ends when \
            whoever asked for it would not be let in any more.""";

    private final Hub hub;
    private final Entitlement entitlement;
    private final Places places;
    private final LastingProofs proofs;
    private final LiveStreamSettings settings;
    private final StreamMeters meters;
    private final JsonMapper json;
    private final PlantedBug plantedBug;

    ShowLiveStream(
            Hub hub,
            Entitlement entitlement,
            Places places,
            LastingProofs proofs,
            LiveStreamSettings settings,
            StreamMeters meters,
            JsonMapper json,
            PlantedBug plantedBug) {
        this.hub = hub;
        this.entitlement = entitlement;
        this.places = places;
        this.proofs = proofs;
        this.settings = settings;
        this.meters = meters;
        this.json = json;
        this.plantedBug = plantedBug;
    }

    record Hello(List<String> topics) {}

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "What changes, as it changes", description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void watch(
            @Parameter(
                            description = "what to watch, separated by commas: account-managers, clients, dead-letters,"
                                    + " events, models, summary; 403 for one that the reader may not read",
                            required = true,
                            example = "clients,summary")
                    @RequestParam(required = false)
                    @Nullable
                    String topics,
            @Parameter(
                            description = "in which reasons are told, where Accept-Language can't be chosen",
                            schema = @Schema(allowableValues = {"en", "fr"}))
                    @RequestParam(required = false)
                    @Nullable
                    String language,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Locale told = Asked.oneOf("language", language, "en", "fr") == null
                ? AskedLanguage.of(request)
                : Locale.forLanguageTag(language);
        Actor actor = Actor.current().orElseThrow(() -> new IllegalStateException("nobody watches whom nobody knows"));
        Map<String, Audience> audiences = entitlement.audiences(topics, actor, told);
        boolean isAsked = request.getMethod().equals("GET");
        Runnable place =
                isAsked ? places.take(actor.id(), () -> hub.of(actor.id()).forEach(Subscriber::probe)) : () -> {};
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (isAsked) {
                begin(actor, audiences, request, place);
            }
        } catch (IOException | RuntimeException failure) {
            place.run();
            throw failure;
        }
    }

    private void begin(Actor actor, Map<String, Audience> audiences, HttpServletRequest request, Runnable place)
            throws IOException {
        Supplier<Optional<Actor>> proof = proofs.of(request);
        AsyncContext stream = request.startAsync();
        stream.setTimeout(0);
        try {
            Subscriber subscriber = new Subscriber(
                    stream,
                    actor.id(),
                    audiences,
                    () -> proof.get().filter(actor::equals).isPresent(),
                    place,
                    settings,
                    meters);
            stream.addListener(new Leaving(subscriber::end));
            greet(subscriber, audiences, request);
            stream.getResponse().getOutputStream().setWriteListener(subscriber);
            if (hub.isClosed()) {
                subscriber.end();
            }
        } catch (IOException | RuntimeException failure) {
            stream.complete();
            throw failure;
        }
    }

    private void greet(Subscriber subscriber, Map<String, Audience> audiences, HttpServletRequest request) {
        String lastEventId = plantedBug.streamWithoutResume() ? null : request.getHeader("Last-Event-ID");
        Hello hello = new Hello(List.copyOf(audiences.keySet()));
        subscriber.put(EventText.HELLO, new Message(EventText.HELLO, json.writeValueAsString(hello), Outbox.NO_CHANGE));
        boolean known = hub.join(subscriber, lastEventId);
        if (lastEventId != null && !known) {
            subscriber.reset();
        }
    }
}
