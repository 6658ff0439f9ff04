package io.vigie.acceptance.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A made-up file with the ten columns of the public churn data, the same for the same seed.
 *
 * @param file where it lies
 * @param rows number of clients
 * @param left how many of them left
 * @param managed how many have an account manager somewhere
 * @param totalPurchase sum over all
 * @param totalSites sum over all
 */
public record ChurnFile(Path file, int rows, int left, int managed, BigDecimal totalPurchase, long totalSites) {

    private static final String HEADER =
            "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn";

    /** States, territories, military addresses, and one that is none of them. */
    public static final List<String> STATES =
            List.of("CA", "TX", "NY", "AK", "PR", "GU", "AA", "AE", "AP", "DC", "ME", "XX");

    public static ChurnFile write(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int row = 0; row < rows; row++) {
            lines.add(line(random, row));
        }
        Files.write(file, lines);
        return read(file);
    }

    /** Sums up any such file; columns are found by their names. */
    public static ChurnFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split(","));
        int left = 0;
        int managed = 0;
        long sites = 0;
        BigDecimal purchases = BigDecimal.ZERO;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            left += header.contains("Churn") && cells[header.indexOf("Churn")].equals("1") ? 1 : 0;
            managed += cells[header.indexOf("Account_Manager")].equals("1") ? 1 : 0;
            sites += new BigDecimal(cells[header.indexOf("Num_Sites")]).longValue();
            purchases = purchases.add(new BigDecimal(cells[header.indexOf("Total_Purchase")]));
        }
        return new ChurnFile(file, lines.size() - 1, left, managed, purchases, sites);
    }

    /** The same rows in another order. */
    public Path shuffled(Path target) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(5));
        rows.add(0, lines.get(0));
        return Files.write(target, rows);
    }

    private static String line(Random random, int row) {
        int sites = Math.max(1, (int) Math.round(8.6 + 1.8 * random.nextGaussian()));
        BigDecimal years = decimal(Math.max(0.1, 5.3 + 1.3 * random.nextGaussian()));
        boolean left = random.nextDouble() < 1 / (1 + Math.exp(-(1.9 * (sites - 8.6) - 3)));
        return "%s,%d.0,%s,%d,%s,%d.0,%s,\"%s\",\"%s\",%d"
                .formatted(
                        "Person " + row,
                        Math.max(18, (int) Math.round(42 + 6 * random.nextGaussian())),
                        decimal(Math.max(100, 10000 + 2400 * random.nextGaussian())),
                        random.nextInt(2),
                        years,
                        sites,
                        LocalDate.of(2010, 1, 1).plusDays(random.nextInt(2500)) + " 08:15:30",
                        "%d Harbour Road Apt. %d, Newtown, %s %05d"
                                .formatted(
                                        row,
                                        random.nextInt(99),
                                        STATES.get(random.nextInt(STATES.size())),
                                        random.nextInt(99999)),
                        "Company " + random.nextInt(200) + ", Sons and Co",
                        left ? 1 : 0);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
