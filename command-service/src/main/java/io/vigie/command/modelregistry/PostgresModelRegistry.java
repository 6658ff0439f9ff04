package io.vigie.command.modelregistry;

import io.vigie.command.eventstore.AggregateIds;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One row for each version, one for what is decided of each model. */
@Component
final class PostgresModelRegistry implements ModelRegistry {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PostgresModelRegistry(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void keep(ModelDocument document, int version) {
        jdbc.update(
                """
                insert into model_document (name, version, sha256, document, reference, card, uploaded_at)
                values (?, ?, ?, ?, ?::json, ?::json, ?)""",
                document.modelName(),
                version,
                document.sha256(),
                document.document(),
                document.reference(),
                document.card(),
                Timestamp.from(clock.instant()));
    }

    @Override
    public void decide(String modelName, long revision, @Nullable Integer champion, @Nullable Integer challenger) {
        jdbc.update("""
                insert into model_deployment (name, revision, champion, challenger, decided_at)
                values (?, ?, ?, ?, ?)
                on conflict on constraint model_deployment_pk do update
                set revision = excluded.revision, champion = excluded.champion, challenger = excluded.challenger,
                    decided_at = excluded.decided_at""", modelName, revision, champion, challenger, Timestamp.from(clock.instant()));
    }

    @Override
    public boolean carryOut(UUID proposalId) {
        return jdbc.update(
                        "insert into model_promotion (proposal_id, carried_out_at) values (?, ?) on conflict do nothing",
                        proposalId,
                        Timestamp.from(clock.instant()))
                == 1;
    }

    @Override
    public OptionalInt version(String modelName, String sha256) {
        return jdbc
                .queryForList(
                        "select version from model_document where name = ? and sha256 = ?",
                        Integer.class,
                        modelName,
                        sha256)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public int championBy(String modelName, long revision) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                select (convert_from(payload, 'UTF8')::json ->> 'version')::integer from domain_event_entry
                where aggregate_identifier = ? and sequence_number = ?""", Integer.class, AggregateIds.ofModel(modelName), revision - 1));
    }
}
