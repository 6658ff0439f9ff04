package io.vigie.training;

import io.vigie.training.card.CardText;
import io.vigie.training.card.ModelCard;
import io.vigie.training.export.Agreement;
import io.vigie.training.export.FitForScoring;
import io.vigie.training.export.PmmlDocument;
import io.vigie.training.export.ReferencePoint;
import io.vigie.training.fit.Candidate;
import io.vigie.training.fit.Engine;
import io.vigie.training.fit.Fitting;
import io.vigie.training.fit.FoldPlan;
import io.vigie.training.fit.Trained;
import io.vigie.training.judge.Capacity;
import io.vigie.training.page.ReportPage;
import io.vigie.training.prepare.Preparation;
import io.vigie.training.prepare.TrainingSet;
import io.vigie.training.readdata.RowSource;
import io.vigie.training.readdata.Table;
import io.vigie.training.report.Baseline;
import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.CandidateReport.Exported;
import io.vigie.training.report.FeatureFacts;
import io.vigie.training.report.Judged;
import io.vigie.training.report.Report;
import io.vigie.training.warn.Warnings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One run: rows in, report and models out. */
final class Training {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Settings settings;
    private final Clock clock;

    Training(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Does it all and writes into the folder, which the caller completes.
     *
     * @throws Refusal when the rows can't be learnt from
     */
    Report run(RowSource source, OutFolder out) throws InterruptedException {
        long begin = System.nanoTime();
        Table table = source.read();
        TrainingSet set = Preparation.prepare(table, settings.target(), settings.columns(), settings.folds());
        FoldPlan plan =
                FoldPlan.draw(set.y(), settings.folds(), settings.repeats(), settings.innerFolds(), settings.seed());
        List<Trained> trained = new ArrayList<>();
        List<Exported> exported = new ArrayList<>();
        String machine;
        try (Engine engine = Engine.start(settings.master(), settings.patience(), System.err::println)) {
            machine = engine.told();
            try {
                fit(engine, set, plan, out, trained, exported);
            } catch (RuntimeException fault) {
                throw engine.why(fault);
            }
        }
        Report report =
                report(table, set, plan, machine, new Judged(set.y(), plan, capacity(set), trained), exported, begin);
        out.write("report.json", json(report));
        out.write("report.html", ReportPage.html(report).getBytes(StandardCharsets.UTF_8));
        for (CandidateReport candidate : report.candidates()) {
            ModelCard card = ModelCard.of(report, candidate.key());
            out.write(folder(candidate.key()) + "card.json", json(card));
            out.write(
                    folder(candidate.key()) + "card.md", CardText.markdown(card).getBytes(StandardCharsets.UTF_8));
        }
        return report;
    }

    private void fit(
            Engine engine,
            TrainingSet set,
            FoldPlan plan,
            OutFolder out,
            List<Trained> trained,
            List<Exported> exported)
            throws InterruptedException {
        try (Fitting fitting = new Fitting(engine, set, plan, settings.quick(), settings.seed())) {
            for (Candidate candidate : Candidate.values()) {
                try (Progress progress = new Progress(candidate.told(), fitting.fits(candidate))) {
                    trained.add(fitting.train(candidate, progress::step));
                }
                exported.add(export(engine, set, trained.get(trained.size() - 1), out));
            }
        }
    }

    private Exported export(Engine engine, TrainingSet set, Trained trained, OutFolder out) {
        byte[] document = PmmlDocument.write(engine, set, trained, settings.name(), settings.seed());
        Agreement agreement = Agreement.check(document, set, trained.inSample());
        ReferencePoint reference = ReferencePoint.of(set, agreement.inputs());
        String path = folder(trained.candidate().key()) + "model.pmml";
        out.write(path, document);
        out.write(folder(trained.candidate().key()) + "reference.json", json(reference));
        return new Exported(
                path,
                sha256(document),
                agreement.inputs(),
                agreement.largestDifference(),
                FitForScoring.of(settings.name(), document, reference));
    }

    private Report report(
            Table table,
            TrainingSet set,
            FoldPlan plan,
            String machine,
            Judged judged,
            List<Exported> exported,
            long begin) {
        List<CandidateReport> candidates = judged.reports(exported);
        Capacity capacity = capacity(set);
        return new Report(
                1,
                settings.name(),
                settings.by(),
                clock.instant().toString(),
                (System.nanoTime() - begin) / 1_000_000 / 1e3,
                machine,
                new Report.Data(
                        table.source(),
                        table.sha256(),
                        set.rows(),
                        set.positives(),
                        set.target(),
                        set.positive(),
                        set.features().stream()
                                .map(feature -> FeatureFacts.of(
                                        feature, settings.columns().units().get(feature.name())))
                                .toList(),
                        set.leftOut()),
                new Report.Split(
                        plan.folds(),
                        plan.repeats(),
                        plan.innerFolds(),
                        settings.seed(),
                        settings.quick(),
                        capacity.of(set.rows()),
                        capacity.told(set.rows())),
                Warnings.about(table, set),
                Baseline.of(set.positives(), set.rows()),
                candidates,
                candidates.get(judged.best()).key(),
                candidates.get(judged.champion()).key(),
                because(candidates, judged));
    }

    private static String because(List<CandidateReport> candidates, Judged judged) {
        CandidateReport best = candidates.get(judged.best());
        CandidateReport champion = candidates.get(judged.champion());
        if (best != champion) {
            return "Champion is " + champion.name() + ": the simplest within one standard error of the best, "
                    + best.name() + ".";
        }
        return "Champion is " + champion.name() + ": it has the highest AUC"
                + (judged.champion() == 0
                        ? " and is the simplest."
                        : ", and nothing simpler comes within one standard error of it.");
    }

    private Capacity capacity(TrainingSet set) {
        Capacity said = settings.capacity();
        return said == null ? Capacity.ofPositives(set.positives()) : said;
    }

    private static String folder(String key) {
        return "models/" + key + "/";
    }

    private static byte[] json(Object value) {
        return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
