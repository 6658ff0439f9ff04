package io.vigie.query.bandchanges;

import io.vigie.query.clientcard.BandMoves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What would change if a version scored all clients.
 *
 * @param version that was asked
 * @param against number of the champion, whose scores are compared with; null when there is none. Of clients that it hasn't
 *     scored yet, the version before it said what they have
 * @param clients active clients with a score by a version of this model
 * @param unscorable those of them for whom the version has no answer
 * @param changed those that would have another band
 * @param from how many of them by the band they have, by the band they would have
 * @param items some of them, the largest difference first
 */
record BandChanges(
        int version,
        @Nullable Integer against,
        long clients,
        long unscorable,
        long changed,
        Map<String, Map<String, Long>> from,
        List<MovedClient> items) {

    /**
     * A client that would have another band.
     *
     * @param before probability of leaving as it is shown now, 0–1
     * @param after as the version would say, 0–1
     */
    record MovedClient(
            String clientId,
            String name,
            String company,
            double before,
            double after,
            String bandBefore,
            String bandAfter) {

        private static final Comparator<MovedClient> SMALLEST_FIRST = Comparator.<MovedClient>comparingDouble(
                        client -> Math.abs(client.after - client.before))
                .thenComparing(MovedClient::clientId, Comparator.reverseOrder());
    }

    /** Counts clients one by one, and remembers no more of them than are told. */
    static final class Count {

        private final BandMoves moves = new BandMoves();
        private final PriorityQueue<MovedClient> largest = new PriorityQueue<>(MovedClient.SMALLEST_FIRST);
        private final int most;
        private long clients;
        private long unscorable;

        Count(int most) {
            this.most = most;
        }

        void unscorable() {
            clients++;
            unscorable++;
        }

        void scored(MovedClient client) {
            clients++;
            if (!client.bandBefore().equals(client.bandAfter())) {
                moves.count(client.bandBefore(), client.bandAfter(), 1);
                largest.add(client);
                if (largest.size() > most) {
                    largest.remove();
                }
            }
        }

        BandChanges told(int version, @Nullable Integer against) {
            List<MovedClient> items = new ArrayList<>(largest);
            items.sort(MovedClient.SMALLEST_FIRST.reversed());
            return new BandChanges(version, against, clients, unscorable, moves.all(), moves.byBand(), items);
        }
    }
}
