package io.vigie.standalone.trainingset;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** All clients of a history as of a moment, a row each; nothing in a row tells who it is. */
final class TrainingRows {

    private static final String OUTCOME = "Churn";

    private final Instant asOf;
    private final Map<String, LabelledClient> clients = new HashMap<>();

    /** As of that moment: what came at it or later is as if it had never been. */
    TrainingRows(Instant asOf) {
        this.asOf = asOf;
    }

    void take(ClientEvent event, long version, Instant time) {
        if (time.isBefore(asOf)) {
            clients.computeIfAbsent(event.clientId(), any -> new LabelledClient())
                    .take(event, version, time);
        }
    }

    /** How many clients have a row. */
    long count() {
        return clients.values().stream().filter(LabelledClient::isComplete).count();
    }

    /** How many of them have left. */
    long left() {
        return clients.values().stream()
                .filter(LabelledClient::isComplete)
                .filter(LabelledClient::hasLeft)
                .count();
    }

    /** How many clients have none because events of theirs are missing. */
    long incomplete() {
        return clients.size() - count();
    }

    /**
     * Writes them with a header, in an order that has to do neither with the outcome nor with the names.
     *
     * @throws Refusal when there is no client at all
     */
    void write(Writer out) throws IOException {
        if (count() == 0) {
            throw new Refusal("No client was there before " + asOf + ": choose a later --as-of.");
        }
        out.write(String.join(",", ChurnFeatures.NAMES) + "," + OUTCOME + "\n");
        List<Map.Entry<String, LabelledClient>> rows = new ArrayList<>(clients.entrySet());
        rows.removeIf(row -> !row.getValue().isComplete());
        rows.sort(Comparator.comparing(row -> drawn(row.getKey())));
        for (Map.Entry<String, LabelledClient> row : rows) {
            StringBuilder line = new StringBuilder();
            for (double feature : row.getValue().features(asOf)) {
                line.append(feature).append(',');
            }
            out.write(line.append(row.getValue().hasLeft() ? 1 : 0).append('\n').toString());
        }
    }

    private static String drawn(String clientId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(clientId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
