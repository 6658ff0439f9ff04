package io.vigie.acceptance.check;

import io.vigie.acceptance.data.ChurnFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What was imported is there once, row by row, however often the files had to be sent. */
final class ImportsCheck {

    /** Made of what the row says; everybody else gives other names to clients. */
    private static final Pattern VERSION_5 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private ImportsCheck() {}

    static boolean isImported(String client) {
        return VERSION_5.matcher(client).matches();
    }

    static List<String> findings(List<ChurnFile> files, Evidence evidence) {
        Differences differences = new Differences();
        List<List<StoredEvent>> clients = evidence.clientsInStore().entrySet().stream()
                .filter(client -> isImported(client.getKey()))
                .map(client -> client.getValue())
                .toList();
        List<Fold> folds = clients.stream().map(Fold::of).toList();
        int rows = files.stream().mapToInt(ChurnFile::rows).sum();
        int left = files.stream().mapToInt(ChurnFile::left).sum();
        same(differences, "clients", rows, clients.size());
        same(
                differences,
                "events",
                rows + left,
                clients.stream().mapToInt(List::size).sum());
        same(
                differences,
                "left",
                left,
                folds.stream().filter(fold -> fold.status.equals("left")).count());
        same(
                differences,
                "managed elsewhere",
                files.stream().mapToInt(ChurnFile::managed).sum(),
                folds.stream().filter(fold -> fold.managedElsewhere).count());
        same(
                differences,
                "sites",
                files.stream().mapToLong(ChurnFile::totalSites).sum(),
                folds.stream().mapToLong(fold -> fold.numSites).sum());
        BigDecimal purchases = sum(files.stream().map(ChurnFile::totalPurchase).toList());
        if (purchases.compareTo(
                        sum(folds.stream().map(fold -> fold.totalPurchase).toList()))
                != 0) {
            differences.add("imports: the purchases don't add up to those of the files");
        }
        return differences.findings();
    }

    private static void same(Differences differences, String what, long expected, long found) {
        if (expected != found) {
            differences.add("imports: %s %d, by the files %d".formatted(what, found, expected));
        }
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
