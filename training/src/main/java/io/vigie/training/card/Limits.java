package io.vigie.training.card;

import io.vigie.training.report.CandidateReport;
import io.vigie.training.report.FeatureFacts;
import io.vigie.training.report.Report;
import io.vigie.training.warn.Warning;
import java.util.ArrayList;
import java.util.List;

/** What a model can't do, in sentences. */
final class Limits {

    private static final String ACCOUNT_MANAGER = "Account_Manager";

    private Limits() {}

    static List<String> of(Report report, CandidateReport candidate) {
        List<String> limits = new ArrayList<>(
                report.warnings().stream().map(Warning::sentence).toList());
        limits.add("Values out of the ranges below were never seen in training.");
        if (report.data().features().stream().anyMatch(facts -> facts.kind().equals("category"))) {
            limits.add("A word that training has not seen gets the answer of no particular word.");
        }
        if (report.data().features().stream().map(FeatureFacts::name).anyMatch(ACCOUNT_MANAGER::equals)) {
            limits.add(
                    "Account managers were assigned at random when the public churn data were collected: the weight of "
                            + ACCOUNT_MANAGER
                            + " is noise, must not be read as the effect of an assignment, and must not be asked"
                            + " what would happen if a client were given or lost a manager.");
        }
        if (!candidate.document().scoring().usable()) {
            limits.add(candidate.document().scoring().why());
        }
        if (report.split().quick()) {
            limits.add("Fitted with the small grids of --quick, which are for trying a file out.");
        }
        return limits;
    }
}
