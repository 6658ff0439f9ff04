package io.vigie.training.card;

import io.vigie.contracts.sketch.Sketch;
import io.vigie.training.report.CandidateReport.Exported;
import io.vigie.training.report.FeatureFacts;
import io.vigie.training.report.Measures;
import io.vigie.training.report.Report;
import java.util.List;

/**
 * What somebody must know of one model: card.json is this, card.md is made of it.
 *
 * @param algorithm for people
 * @param champion whether it is the one that the run took
 * @param curves as drawn wherever the version is shown; cards of before they were told have none
 * @param inputs the columns that the document asks for, with what training saw
 * @param scores how the probabilities of records are distributed that the model hadn't learned from: with the inputs' sketches
 *     what later records are compared with
 * @param limits sentences
 */
public record ModelCard(
        int format,
        String name,
        String algorithm,
        String setting,
        boolean champion,
        String trainedBy,
        String trainedAt,
        Fingerprint data,
        Report.Split split,
        Measures measures,
        Curves curves,
        List<FeatureFacts> inputs,
        Sketch scores,
        List<String> limits,
        Exported document) {

    /** Which rows exactly. */
    public record Fingerprint(String source, String sha256, int rows, int positives, String target) {}

    /** The card of one candidate of a run. */
    public static ModelCard of(Report report, String key) {
        var candidate = report.candidate(key);
        Report.Data data = report.data();
        return new ModelCard(
                1,
                report.name(),
                candidate.name(),
                candidate.setting(),
                key.equals(report.champion()),
                report.trainedBy(),
                report.trainedAt(),
                new Fingerprint(data.source(), data.sha256(), data.rows(), data.positives(), data.target()),
                report.split(),
                candidate.measures(),
                Curves.of(candidate),
                data.features().stream()
                        .filter(facts -> candidate.document().inputs().contains(facts.name()))
                        .toList(),
                candidate.scores(),
                Limits.of(report, candidate),
                candidate.document());
    }
}
