package io.vigie.standalone.model;

import io.vigie.standalone.Target;
import io.vigie.standalone.model.challenge.ChallengeChampion;
import io.vigie.standalone.model.challenge.DismissChallenger;
import io.vigie.standalone.model.changes.ListChanges;
import io.vigie.standalone.model.compare.CompareModels;
import io.vigie.standalone.model.drift.ShowDrift;
import io.vigie.standalone.model.evaluate.EvaluateModel;
import io.vigie.standalone.model.promote.ConfirmPromotion;
import io.vigie.standalone.model.promote.ListProposals;
import io.vigie.standalone.model.promote.PromoteModel;
import io.vigie.standalone.model.promote.WithdrawProposal;
import io.vigie.standalone.model.retire.RetireVersion;
import io.vigie.standalone.model.rollback.RollBackModel;
import io.vigie.standalone.model.showmodels.ListModels;
import io.vigie.standalone.model.showmodels.ShowModel;
import io.vigie.standalone.model.upload.UploadModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie model}: models, their versions, and which of them scores. */
@Command(
        name = "model",
        description = "Looks after models, and which version of them scores.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListModels.class,
            ShowModel.class,
            UploadModel.class,
            EvaluateModel.class,
            ListChanges.class,
            ChallengeChampion.class,
            DismissChallenger.class,
            CompareModels.class,
            ShowDrift.class,
            PromoteModel.class,
            ConfirmPromotion.class,
            ListProposals.class,
            WithdrawProposal.class,
            RollBackModel.class,
            RetireVersion.class
        },
        footer = {
            "",
            "The champion's scores are the clients' risk; the challenger scores in shadow, for comparison. Nothing has to be",
            "restarted. A champion is proposed by one person and confirmed by another; going back needs only one.",
            "",
            "Examples:",
            "  vigie model upload churn churn-models/models/random-forest",
            "  vigie model changes churn/2",
            "  vigie model challenge churn/2 --reason \"looks better on the newest year\"",
            "  vigie model compare churn",
            "  vigie model drift churn/1",
            "  vigie model promote churn/2 --reason \"better for a month\" --as ann",
            "  vigie model rollback churn --reason \"too many alarms\""
        })
public final class Models {

    @Mixin
    private Target target;
}
