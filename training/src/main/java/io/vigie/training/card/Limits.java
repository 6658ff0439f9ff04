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
        limits.add("Values out of the ranges above were never seen in training.");
        if (report.data().features().stream().anyMatch(facts -> facts.kind().equals("category"))) {
            limits.add("A word that training has not seen gets the answer of no particular word.");
        }
        if (report.data().features().stream().map(FeatureFacts::name).anyMatch(ACCOUNT_MANAGER::equalsIgnoreCase)) {
            limits.add(
                    "The weight of the account manager must not be read as the effect of an assignment, nor be asked what"
                            + " would happen if a client were given or lost one: whoever gives managers to clients for a reason, or"
                            + " at random as in the public churn file, has that in the weight. An effect needs a hold-out group.");
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
