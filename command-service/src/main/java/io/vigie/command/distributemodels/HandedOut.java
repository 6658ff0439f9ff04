package io.vigie.command.distributemodels;

import io.vigie.contracts.model.ModelDeployment;
import io.vigie.contracts.model.ModelDeployment.Choice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was handed out and what wasn't yet, asked over the one session that holds the lock: what can still be noted over it was
 * done while nobody else could.
 */
final class HandedOut implements AutoCloseable {

    static final String UNPUBLISHED = """
            select (select count(*) from model_document where not published)
                 + (select count(*) from model_deployment where published_revision < revision)""";

    private static final String TAKE = "select pg_try_advisory_lock(20261129)";
    private static final String LEAVE = "select pg_advisory_unlock(20261129)";

    private static final String DECIDED = """
            select decided.name, revision, champion, first.sha256, challenger, second.sha256, decided_at
            from model_deployment decided
            left join model_document first on first.name = decided.name and first.version = champion
            left join model_document second on second.name = decided.name and second.version = challenger
            where ? or published_revision < revision order by decided.name""";

    private static final String VERSIONS =
            "select name, version from model_document where ? or not published order by name, version";

    private static final String DOCUMENT =
            "select sha256, document, reference, card from model_document where name = ? and version = ?";

    private final Connection session;

    private HandedOut(Connection session) {
        this.session = session;
    }

    /** A version of a model. */
    record Version(String name, int version) {}

    /** Empty when another instance is at it. */
    static Optional<HandedOut> alone(Connection session) throws SQLException {
        session.setAutoCommit(true);
        try (PreparedStatement take = session.prepareStatement(TAKE);
                ResultSet taken = take.executeQuery()) {
            return taken.next() && taken.getBoolean(1) ? Optional.of(new HandedOut(session)) : Optional.empty();
        }
    }

    /** Decisions that were not handed out yet, or all. */
    List<ModelDeployment> decided(boolean all) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(DECIDED)) {
            select.setBoolean(1, all);
            List<ModelDeployment> decided = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    decided.add(new ModelDeployment(
                            row.getString(1),
                            row.getLong(2),
                            choice(row.getObject(3, Integer.class), row.getString(4)),
                            choice(row.getObject(5, Integer.class), row.getString(6)),
                            row.getTimestamp(7).toInstant()));
                }
            }
            return decided;
        }
    }

    /** Versions that were not handed out yet, or all. */
    List<Version> versions(boolean all) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(VERSIONS)) {
            select.setBoolean(1, all);
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(row.getString(1), row.getInt(2)));
                }
            }
            return versions;
        }
    }

    /** The record of one, made when it is its turn, as documents are large. */
    ProducerRecord<String, byte[]> artefact(Version of) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(DOCUMENT)) {
            select.setString(1, of.name());
            select.setInt(2, of.version());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return ModelRecords.artefact(
                        of.name(), of.version(), row.getString(1), row.getBytes(2), row.getString(3), row.getString(4));
            }
        }
    }

    void published(Version version) throws SQLException {
        try (PreparedStatement update =
                session.prepareStatement("update model_document set published = true where name = ? and version = ?")) {
            update.setString(1, version.name());
            update.setInt(2, version.version());
            update.executeUpdate();
        }
    }

    void published(ModelDeployment deployment) throws SQLException {
        try (PreparedStatement update = session.prepareStatement("update model_deployment"
                + " set published_revision = greatest(published_revision, ?) where name = ?")) {
            update.setLong(1, deployment.revision());
            update.setString(2, deployment.name());
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement leave = session.prepareStatement(LEAVE)) {
            leave.execute();
        }
    }

    private static @Nullable Choice choice(@Nullable Integer version, @Nullable String sha256) {
        return version == null || sha256 == null ? null : new Choice(version, sha256);
    }
}
