package io.vigie.query.projectmodels;

import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code model_view}.
 *
 * @param latest the highest version of a document, null before the first
 * @param decided version of the model that last changed what scores, 0 before
 */
record ModelState(
        String modelName,
        long version,
        @Nullable Integer champion,
        @Nullable Integer challenger,
        @Nullable Integer latest,
        long decided) {

    /** The state before an upload; shown to nobody. */
    static ModelState unknown(String modelName) {
        return new ModelState(modelName, 0, null, null, null, 0);
    }

    static ModelState read(ResultSet row, int index) throws SQLException {
        return new ModelState(
                row.getString("model_name"),
                row.getLong("version"),
                row.getObject("champion", Integer.class),
                row.getObject("challenger", Integer.class),
                row.getObject("latest", Integer.class),
                row.getLong("decided"));
    }

    ModelState at(long newVersion) {
        return new ModelState(modelName, newVersion, champion, challenger, latest, decided);
    }

    ModelState after(ModelEvent event) {
        if (event instanceof ModelUploaded uploaded) {
            int highest = Math.max(latest == null ? 0 : latest, uploaded.version());
            return new ModelState(modelName, version, champion, challenger, highest, decided);
        }
        if (event instanceof ModelPromoted promoted) {
            return promoted.alias() == Alias.CHAMPION
                    ? championed(promoted.version())
                    : decided(champion, promoted.version());
        }
        if (event instanceof ModelRolledBack rolledBack) {
            return championed(rolledBack.version());
        }
        if (event instanceof ModelChallengerDismissed) {
            return decided(champion, null);
        }
        if (event instanceof ModelRetired retired) {
            return Objects.equals(challenger, retired.version()) ? decided(champion, null) : this;
        }
        throw new IllegalStateException("no rule for " + event.getClass().getSimpleName());
    }

    private ModelState championed(int now) {
        return decided(now, Objects.equals(challenger, now) ? null : challenger);
    }

    private ModelState decided(@Nullable Integer nowChampion, @Nullable Integer nowChallenger) {
        return new ModelState(modelName, version, nowChampion, nowChallenger, latest, version);
    }
}
