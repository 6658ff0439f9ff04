package io.vigie.scoring.scoreclient;

import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.features.ClientFacts;
import io.vigie.contracts.score.Bands;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.ModelReference;
import io.vigie.contracts.score.Outcome;
import io.vigie.contracts.score.Reasons;
import io.vigie.pmml.Explanation;
import io.vigie.pmml.Explanation.Explained;
import io.vigie.pmml.Explanation.Refused;
import io.vigie.pmml.Explanation.Unexplained;
import io.vigie.pmml.Model;
import io.vigie.pmml.Range;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is known of a client into its score record. Whatever the model does comes out as a value. */
final class Scorer {

    private static final Logger LOG = LoggerFactory.getLogger(Scorer.class);

    private final Model model;
    private final Bands bands;
    private final Clock clock;
    private final Pace pace;
    private final boolean mustAnswer;
    private final ModelReference reference;
    private final Map<String, Range> ranges;
    private final long digest;

    private Scorer(Model model, Bands bands, Clock clock, Pace pace, boolean mustAnswer) {
        this.model = model;
        this.bands = bands;
        this.clock = clock;
        this.pace = pace;
        this.mustAnswer = mustAnswer;
        this.ranges = model.trainingRanges();
        this.reference = new ModelReference(model.name(), model.version(), model.sha256(), model.engine());
        this.digest = Long.parseUnsignedLong(model.sha256().substring(0, 16), 16);
    }

    /** Answers always; without reasons where they take too long. */
    static Scorer champion(Model model, Bands bands, Clock clock, Pace pace) {
        return new Scorer(model, bands, clock, pace, true);
    }

    /** Decides nothing, so it isn't even asked where its answers take too long. */
    static Scorer challenger(Model model, Bands bands, Clock clock, Pace pace) {
        return new Scorer(model, bands, clock, pace, false);
    }

    /** Version of the model, from 1. */
    int version() {
        return reference.version();
    }

    /** Tells this model's scores from those of others; never 0 for a real checksum. */
    long digest() {
        return digest;
    }

    /** What the model asks for. */
    List<String> inputs() {
        return model.inputs();
    }

    /** Where a value of an input counts: in its bin, or as missing or invalid; and as out of range where it is. */
    List<String> placesOf(String input, double value) {
        String place = SketchKey.place(value);
        if (!Double.isFinite(value)) {
            return List.of(place);
        }
        if (!model.allows(input, value)) {
            return List.of(SketchKey.INVALID);
        }
        Range range = ranges.get(input);
        return range == null || range.contains(value) ? List.of(place) : List.of(place, SketchKey.OUT_OF_RANGE);
    }

    ClientScore score(String clientId, ClientState state, Cause cause) {
        ClientFacts facts = state.facts();
        if (facts == null) {
            return without(Outcome.UNSCORABLE, Unscorable.NO_REGISTRATION, clientId, state, cause);
        }
        if (!facts.active()) {
            return without(Outcome.DEPARTED, "The client has left.", clientId, state, cause);
        }
        return answer(ChurnFeatures.at(facts, cause.at()), clientId, state, cause);
    }

    /** What this model says to the last score's features, under that one's number; there must be some. */
    ClientScore answerToLast(String clientId, ClientState state, Cause cause) {
        LastScore last = state.last();
        return answer(last.features(), clientId, state.withLast(last.before()), cause);
    }

    private ClientScore answer(double[] values, String clientId, ClientState state, Cause cause) {
        Map<String, Double> features = ChurnFeatures.named(values);
        if (!mustAnswer && pace.isTooSlow()) {
            return unscorable(Unscorable.TOO_SLOW, features, clientId, state, cause);
        }
        try {
            Explanation explanation = inTime(features);
            if (explanation instanceof Refused refused) {
                return unscorable(refused.reason(), features, clientId, state, cause);
            }
            Outcome outcome = state.last().same(digest, values) ? Outcome.UNCHANGED : Outcome.SCORED;
            return scored(outcome, explanation, finite(features), clientId, state, cause);
        } catch (Throwable fault) {
            // An Error too: thrown on, it would kill the thread, and the same record its replacement.
            String kind = fault.getClass().getSimpleName();
            LOG.warn("The model {} version {} failed with {}.", reference.name(), reference.version(), kind);
            return unscorable("The model failed with " + kind + ".", features, clientId, state, cause);
        }
    }

    private Explanation inTime(Map<String, Double> features) {
        Duration limit = pace.limit();
        long began = clock.millis();
        Explanation explanation = model.explain(features, limit);
        pace.took(limit, clock.millis() - began, !(explanation instanceof Unexplained));
        return explanation;
    }

    /** What to remember of a score, and which versions have counted the client on its day. */
    LastScore remembered(ClientScore score, int[] counted) {
        long at = score.scoredAt().toEpochMilli();
        if (score.probability() == null) {
            return new LastScore(score.scoreSequence(), at, digest, new double[0], counted);
        }
        double[] values = ChurnFeatures.NAMES.stream()
                .mapToDouble(name -> score.features().getOrDefault(name, Double.NaN))
                .toArray();
        return new LastScore(score.scoreSequence(), at, digest, values, counted);
    }

    private ClientScore scored(
            Outcome outcome,
            Explanation explanation,
            Map<String, Double> features,
            String clientId,
            ClientState state,
            Cause cause) {
        if (explanation instanceof Explained explained) {
            Reasons reasons = Reasons.of(explained.contributions(), features);
            return scored(
                    outcome, explained.probability(), explained.baseValue(), reasons, features, clientId, state, cause);
        }
        Unexplained plain = (Unexplained) explanation;
        Reasons none = new Reasons(List.of(), plain.probability() - plain.baseValue());
        return scored(outcome, plain.probability(), plain.baseValue(), none, features, clientId, state, cause);
    }

    private ClientScore scored(
            Outcome outcome,
            double probability,
            double baseValue,
            Reasons reasons,
            Map<String, Double> features,
            String clientId,
            ClientState state,
            Cause cause) {
        Instant now = clock.instant();
        return new ClientScore(
                ScoreIds.of(cause.seed(), reference.sha256()).toString(),
                clientId,
                state.version(),
                cause.eventId(),
                state.last().sequence() + 1,
                outcome,
                cause.trigger(),
                probability,
                baseValue,
                bands.of(probability),
                reasons.listed(),
                reasons.other(),
                features,
                outOfRange(features),
                null,
                reference,
                now,
                cause.source());
    }

    private List<String> outOfRange(Map<String, Double> features) {
        List<String> names = new ArrayList<>();
        features.forEach((name, value) -> {
            Range range = ranges.get(name);
            if (range != null && !range.contains(value)) {
                names.add(name);
            }
        });
        return names;
    }

    private ClientScore unscorable(
            String problem, Map<String, Double> features, String clientId, ClientState state, Cause cause) {
        return without(Outcome.UNSCORABLE, problem, finite(features), clientId, state, cause);
    }

    /** JSON has no word for the others; a model that doesn't ask for them scores all the same. */
    private static Map<String, Double> finite(Map<String, Double> features) {
        Map<String, Double> told = new LinkedHashMap<>(features);
        told.values().removeIf(value -> !Double.isFinite(value));
        return told;
    }

    private ClientScore without(Outcome outcome, String problem, String clientId, ClientState state, Cause cause) {
        return without(outcome, problem, Map.of(), clientId, state, cause);
    }

    private ClientScore without(
            Outcome outcome,
            @Nullable String problem,
            Map<String, Double> features,
            String clientId,
            ClientState state,
            Cause cause) {
        return new ClientScore(
                ScoreIds.of(cause.seed(), reference.sha256()).toString(),
                clientId,
                state.version(),
                cause.eventId(),
                state.last().sequence() + 1,
                outcome,
                cause.trigger(),
                null,
                null,
                null,
                List.of(),
                null,
                features,
                outcome == Outcome.UNSCORABLE ? outOfRange(features) : List.of(),
                problem,
                reference,
                clock.instant(),
                cause.source());
    }
}
