package io.vigie.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Made-up clients in files: who has many sites leaves more often, and nothing else is true of them. */
final class Generated {

    static final int ROWS = 300;

    private Generated() {}

    /** The ten columns of the public churn file. */
    static Path churn(Path file) throws IOException {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder(
                "Names,Age,Total_Purchase,Account_Manager,Years,Num_Sites,Onboard_date,Location,Company,Churn\n");
        for (int row = 0; row < ROWS; row++) {
            int sites = 3 + random.nextInt(12);
            csv.append(String.format(
                    Locale.ROOT,
                    "Client %d,%d,%.2f,%d,%.2f,%d,20%02d-03-01 08:00:00,\"%d Quay Street, Portland, ME\",Company %d,%d%n",
                    row,
                    22 + random.nextInt(40),
                    100 + 15_000 * random.nextDouble(),
                    random.nextInt(2),
                    1 + 8 * random.nextDouble(),
                    sites,
                    10 + row % 10,
                    row,
                    row,
                    random.nextDouble() < leaves(sites) ? 1 : 0));
        }
        return Files.writeString(file, csv);
    }

    /** With words, with empty cells among numbers and words, and yes and no as outcome. */
    static Path withWordsAndGaps(Path file) throws IOException {
        Random random = new Random(12);
        StringBuilder csv = new StringBuilder("sites,amount,plan,left\n");
        String[] plans = {"gold", "basic", "a <b> & \"c\""};
        for (int row = 0; row < ROWS; row++) {
            int sites = 3 + random.nextInt(12);
            String amount =
                    random.nextInt(10) == 0 ? "" : String.format(Locale.ROOT, "%.2f", 900 * random.nextDouble());
            String plan = random.nextInt(10) == 0 ? "" : plans[random.nextInt(plans.length)].replace("\"", "\"\"");
            csv.append(sites + "," + amount + ",\"" + plan + "\","
                    + (random.nextDouble() < leaves(sites) ? "yes" : "no") + "\n");
        }
        return Files.writeString(file, csv);
    }

    private static double leaves(int sites) {
        return 1 / (1 + Math.exp(9 - sites));
    }
}
