package io.vigie.query.projectmodels;

import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.EventRecord;
import io.vigie.query.projection.Track.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code model_version}: a row for each upload, marked when the version is retired. */
final class VersionRows {

    private static final TableWrite<Upload> TABLE = TableWrite.<Upload>into("model_version")
            .key("model_name", "text", row -> row.event().modelName())
            .key("version", "int4", row -> row.event().version())
            .column("sha256", "text", row -> row.event().sha256())
            .column("bytes", "int4", row -> row.event().bytes())
            .column("model_type", "text", row -> row.event().modelType())
            .column("note", "text", row -> row.event().note())
            .column("uploaded_by", "text", Upload::by)
            .column("uploaded_at", "timestamptz", Upload::at)
            .orKeep();

    private VersionRows() {}

    private record Upload(ModelUploaded event, @Nullable String by, Instant at) {}

    static void write(Writes writes, List<Step<EventRecord<ModelEvent>>> steps) {
        List<EventRecord<ModelEvent>> handled = steps.stream()
                .filter(Step::handled)
                .map(step -> step.numbered().payload())
                .toList();
        TABLE.write(
                writes,
                handled.stream()
                        .filter(one -> one.known() instanceof ModelUploaded)
                        .map(one -> new Upload(
                                (ModelUploaded) one.known(),
                                one.head().actor(),
                                one.head().time()))
                        .toList());
        List<ModelRetired> retired = handled.stream()
                .map(EventRecord::known)
                .filter(ModelRetired.class::isInstance)
                .map(ModelRetired.class::cast)
                .toList();
        if (!retired.isEmpty()) {
            writes.add(
                    "update model_version v set retired = true from unnest(?::text[], ?::int4[]) as r(name, version)"
                            + " where v.model_name = r.name and v.version = r.version",
                    retired.stream().map(ModelRetired::modelName).toArray(String[]::new),
                    retired.stream().map(ModelRetired::version).toArray(Integer[]::new));
        }
    }
}
