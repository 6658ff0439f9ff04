package io.vigie.query.showmodel;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import io.vigie.query.platform.Wire;
import io.vigie.query.showmodel.ShownModel.Happening;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Rows of {@code model_event} as they are shown. */
final class Happenings {

    private Happenings() {}

    static Happening read(ResultSet row, int index) throws SQLException {
        String type = row.getString("type");
        ModelEvent event = event(type, row.getInt("revision"), row.getString("payload"));
        Told told = Told.of(event);
        return new Happening(
                row.getLong("version"),
                type,
                told.version(),
                told.alias() == null ? null : told.alias().toString(),
                told.replaced(),
                told.reason(),
                row.getString("actor"),
                event instanceof ModelPromoted promoted ? promoted.proposedBy() : null,
                instant(row, "time"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static ModelEvent event(String type, int revision, String payload) {
        EventType known = EventTypes.model(type, revision).orElseThrow();
        try {
            return (ModelEvent) Wire.read(payload.getBytes(StandardCharsets.UTF_8), known.payload());
        } catch (Wire.NotReadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Told(
            int version,
            @Nullable Alias alias,
            @Nullable Integer replaced,
            @Nullable String reason) {

        static Told of(ModelEvent event) {
            if (event instanceof ModelUploaded uploaded) {
                return new Told(uploaded.version(), null, null, null);
            }
            if (event instanceof ModelPromoted promoted) {
                return new Told(promoted.version(), promoted.alias(), promoted.replaced(), promoted.reason());
            }
            if (event instanceof ModelRolledBack back) {
                return new Told(back.version(), Alias.CHAMPION, back.replaced(), back.reason());
            }
            if (event instanceof ModelChallengerDismissed dismissed) {
                return new Told(dismissed.version(), Alias.CHALLENGER, null, dismissed.reason());
            }
            if (event instanceof ModelRetired retired) {
                return new Told(retired.version(), null, null, retired.reason());
            }
            throw new IllegalStateException("no words for " + event.getClass().getSimpleName());
        }
    }
}
