package io.vigie.acceptance.check;

import io.vigie.acceptance.load.Transcript;
import io.vigie.acceptance.load.Transcript.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whoever watched knows what is shown: the newest of each client that they were told or read, and each of its events but for
 * those of which they read. No client went back in what was told, and no id came after a higher one.
 */
final class ToldCheck {

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Long> told = new HashMap<>();
    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, TreeSet<Long>> events = new HashMap<>();
    private String epoch = "";
    private long last;

    private ToldCheck(List<Told> transcript) {
        transcript.forEach(this::follow);
    }

    static List<String> findings(List<Told> transcript, Shown shown) {
        ToldCheck check = new ToldCheck(transcript);
        shown.clients()
                .forEach((client, view) ->
                        check.compare(client, view.path("version").asLong()));
        Set<String> known = new TreeSet<>(check.told.keySet());
        known.addAll(check.read.keySet());
        known.addAll(check.events.keySet());
        known.removeAll(shown.clients().keySet());
        known.forEach(client -> check.findings.add(client + " was told and isn't shown"));
        return check.findings;
    }

    private void follow(Told one) {
        if (!one.id().isEmpty()) {
            rises(one.id());
        }
        switch (one.topic()) {
            case Transcript.READ -> read.merge(one.client(), one.version(), Math::max);
            case Transcript.EVENTS ->
                events.computeIfAbsent(one.client(), any -> new TreeSet<>()).add(one.version());
            case Transcript.CLIENTS -> {
                Long before = told.put(one.client(), one.version());
                if (before != null && before > one.version()) {
                    findings.add("%s was told as %d after %d".formatted(one.client(), one.version(), before));
                }
            }
            default -> {}
        }
    }

    private void rises(String id) {
        int end = id.indexOf('-');
        long number = Long.parseLong(id.substring(end + 1));
        if (epoch.equals(id.substring(0, end)) && number <= last) {
            findings.add("the id %s came after %d".formatted(id, last));
        }
        epoch = id.substring(0, end);
        last = number;
    }

    private void compare(String client, long shown) {
        long wasRead = read.getOrDefault(client, 0L);
        long known = Math.max(told.getOrDefault(client, 0L), wasRead);
        if (known != shown) {
            findings.add("%s was last told as %d and is shown as %d".formatted(client, known, shown));
        }
        TreeSet<Long> heard = events.getOrDefault(client, new TreeSet<>());
        for (long version = wasRead + 1; version <= shown; version++) {
            if (!heard.contains(version)) {
                findings.add("%s/%d was never told".formatted(client, version));
            }
        }
        heard.tailSet(shown, false)
                .forEach(version -> findings.add("%s/%d was told and isn't shown".formatted(client, version)));
    }
}
