package io.vigie.acceptance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Store and topics hold the same events, once each, and per key in the order of their versions. */
final class StreamCheck {

    private StreamCheck() {}

    static List<String> findings(Evidence evidence) {
        List<String> findings = new ArrayList<>();
        Map<String, StoredEvent> store = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : evidence.store()) {
            store.put(event.id(), event);
            next(event, last, "the store", findings);
        }
        Set<String> sent = new HashSet<>();
        last.clear();
        for (StoredEvent event : evidence.topics()) {
            if (!sent.add(event.id())) {
                findings.add("twice on its topic: " + event.aggregate() + "/" + event.version());
                continue;
            }
            StoredEvent original = store.get(event.id());
            if (original == null) {
                findings.add("on its topic but not in the store: " + event.aggregate() + "/" + event.version());
            } else if (!original.equals(event)) {
                findings.add("not the same on its topic: " + event.aggregate() + "/" + event.version());
            }
            next(event, last, "its topic", findings);
        }
        store.values().stream()
                .filter(event -> !sent.contains(event.id()))
                .forEach(event -> findings.add("never sent: " + event.aggregate() + "/" + event.version()));
        return findings;
    }

    private static void next(StoredEvent event, Map<String, Long> last, String where, List<String> findings) {
        long before = last.getOrDefault(event.aggregate(), 0L);
        if (event.version() != before + 1) {
            findings.add("%s/%d follows %d in %s".formatted(event.aggregate(), event.version(), before, where));
        }
        last.put(event.aggregate(), event.version());
    }
}
