package io.vigie.training.page;

import io.vigie.training.judge.Curve.Point;
import io.vigie.training.judge.Deciles.Decile;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.Report;
import java.util.ArrayList;
import java.util.List;

/** What the first tenths bring. */
final class Tenths {

    private Tenths() {}

    static Figure gain(Report report, CandidateReport candidate) {
        List<Decile> deciles = candidate.deciles();
        String title = "The two tenths with the highest probabilities hold "
                + Html.percent(deciles.get(1).gain()) + " of the positives";
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        deciles.forEach(decile -> points.add(new Point(decile.decile() / 10.0, decile.gain())));
        Plot plot = new Plot(title, "share of rows, highest probability first", 1, "share of positives found (gain)", 1)
                .line("other", List.of(new Point(0, 0), new Point(1, 1)))
                .line("mark", points);
        points.forEach(point -> plot.dot(point.x(), point.y()));
        return new Figure(title, plot.svg(), "Cumulative gain. " + Curves.rows(report), table(deciles));
    }

    static Figure lift(Report report, CandidateReport candidate) {
        List<Decile> deciles = candidate.deciles();
        String title = "The first tenth has " + Html.number(deciles.get(0).lift(), 1)
                + " times as many positives as chance would give";
        double most = Math.ceil(deciles.stream().mapToDouble(Decile::lift).max().orElse(1));
        Plot plot = new Plot(
                        title,
                        "tenth of the rows, highest probability first",
                        10,
                        "lift (1 is chance)",
                        Math.max(most, 1))
                .line("other", List.of(new Point(0, 1), new Point(10, 1)));
        deciles.forEach(decile -> plot.bar(decile.decile() - 1, decile.decile(), decile.lift()));
        return new Figure(title, plot.svg(), "Lift by decile. " + Curves.rows(report), table(deciles));
    }

    private static String table(List<Decile> deciles) {
        return Html.table(
                List.of("tenth", "rows", "positives", "gain", "lift"),
                deciles.stream()
                        .map(decile -> List.of(
                                Integer.toString(decile.decile()),
                                Html.number(decile.rows(), 1),
                                Html.number(decile.positives(), 1),
                                Html.percent(decile.gain()),
                                Html.number(decile.lift(), 2)))
                        .toList());
    }
}
