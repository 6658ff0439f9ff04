package io.vigie.access.twopersons;

import io.vigie.access.AccessDatabase;
import io.vigie.access.Actor;
import io.vigie.access.recordactions.Actions;
import io.vigie.access.recordactions.Deed;
import io.vigie.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nothing of a kind that needs two persons happens by one alone: one asks for it, another one confirms exactly what was
 * asked for, once and in time. A person is somebody who signed in, under one account or as one subject of the provider,
 * however many tokens and roles they have; who has both is known as two, so that people should have either.
 *
 * <p>A confirmation says yes to one deed; that the deed itself happens once is up to whoever does it, under
 * {@link Proposal#proposalId} as its idempotency key.
 */
public final class TwoPersonRule {

    private static final String COLUMNS = "proposal_id, kind, subject, reason, proposed_by, proposed_at, ends_at,"
            + " confirmed_by, confirmed_at, withdrawn_at";

    private final AccessDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actions actions;

    public TwoPersonRule(AccessDatabase database, Clock clock) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.clock = clock;
        this.actions = new Actions(database, clock);
    }

    /**
     * Asks for it; it can be confirmed for that long.
     *
     * @throws Rejected 403 when nobody signed in for it
     */
    public Proposal propose(String kind, String subject, String reason, Actor by, Duration standing) {
        demandPerson(by);
        Instant now = now();
        Proposal proposal = new Proposal(
                UUID.randomUUID(), kind, subject, reason, by.id(), now, now.plus(standing), null, null, null);
        return database.together(() -> {
            jdbc.update(
                    "insert into proposal (proposal_id, kind, subject, reason, proposed_by, proposed_at, ends_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    proposal.proposalId(),
                    kind,
                    subject,
                    reason,
                    by.id(),
                    Timestamp.from(now),
                    Timestamp.from(proposal.endsAt()));
            actions.add(Deed.PROPOSAL_MADE, by.id(), subject, kind);
            return proposal;
        });
    }

    /**
     * Says yes to what was asked for, which the caller names again, so that nobody confirms something else by mistake.
     * Saying it again changes nothing.
     *
     * @throws Rejected 404 when that was never asked for, 403 when the same person asked for it or nobody signed in, 409 when it was
     *     confirmed or withdrawn before, or is too old
     */
    public Proposal confirm(UUID proposalId, String kind, String subject, Actor by) {
        demandPerson(by);
        return database.together(() -> confirmed(proposalId, kind, subject, by));
    }

    private Proposal confirmed(UUID proposalId, String kind, String subject, Actor by) {
        int confirmed = jdbc.update(
                "update proposal set confirmed_by = ?, confirmed_at = ? where proposal_id = ? and kind = ?"
                        + " and subject = ? and proposed_by <> ? and confirmed_by is null and withdrawn_at is null"
                        + " and ends_at > ?",
                by.id(),
                Timestamp.from(now()),
                proposalId,
                kind,
                subject,
                by.id(),
                Timestamp.from(now()));
        Proposal proposal = find(proposalId)
                .filter(found -> found.kind().equals(kind) && found.subject().equals(subject))
                .orElseThrow(TwoPersonRule::unknown);
        if (confirmed == 0 && !by.id().equals(proposal.confirmedBy())) {
            throw refusal(proposal, by);
        }
        if (confirmed == 1) {
            actions.add(Deed.PROPOSAL_CONFIRMED, by.id(), subject, kind);
        }
        return proposal;
    }

    /**
     * Takes it back, which only the person who asked for it can.
     *
     * @throws Rejected 404 when that person never asked for it, 409 when it was confirmed or withdrawn before
     */
    public Proposal withdraw(UUID proposalId, Actor by) {
        return database.together(() -> withdrawn(proposalId, by));
    }

    private Proposal withdrawn(UUID proposalId, Actor by) {
        int withdrawn = jdbc.update(
                "update proposal set withdrawn_at = ? where proposal_id = ? and proposed_by = ? and confirmed_by is null"
                        + " and withdrawn_at is null",
                Timestamp.from(now()),
                proposalId,
                by.id());
        Proposal proposal = find(proposalId)
                .filter(found -> found.proposedBy().equals(by.id()))
                .orElseThrow(TwoPersonRule::unknown);
        if (withdrawn == 0) {
            throw settled(proposal);
        }
        actions.add(Deed.PROPOSAL_WITHDRAWN, by.id(), proposal.subject(), proposal.kind());
        return proposal;
    }

    /** Whatever became of it. */
    public Optional<Proposal> find(UUID proposalId) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from proposal where proposal_id = ?",
                        (row, number) -> proposal(row),
                        proposalId)
                .stream()
                .findFirst();
    }

    /** Those of a kind that somebody could confirm now, oldest first. */
    public List<Proposal> open(String kind) {
        return jdbc.query(
                "select " + COLUMNS + " from proposal where kind = ? and confirmed_by is null and withdrawn_at is null"
                        + " and ends_at > ? order by proposed_at, proposal_id",
                (row, number) -> proposal(row),
                kind,
                Timestamp.from(now()));
    }

    /** A token may be anybody's, a program's too. */
    private static void demandPerson(Actor actor) {
        if (!actor.isPresent()) {
            throw Rejected.forbidden(
                    "session-needed",
                    "Sign-in needed",
                    "What needs two persons is done by nobody with a token: sign in.");
        }
    }

    private static Rejected refusal(Proposal proposal, Actor by) {
        if (proposal.confirmedBy() != null || proposal.withdrawnAt() != null) {
            return settled(proposal);
        }
        if (proposal.proposedBy().equals(by.id())) {
            return Rejected.forbidden(
                    "second-person-needed",
                    "Second person needed",
                    "Whoever asks for it can't confirm it: let another person do so.");
        }
        return Rejected.conflict("proposal-ended", "Proposal ended", "It was not confirmed in time: ask for it again.");
    }

    private static Rejected settled(Proposal proposal) {
        return proposal.withdrawnAt() != null
                ? Rejected.conflict("proposal-withdrawn", "Proposal withdrawn", "Whoever asked for it took it back.")
                : Rejected.conflict("proposal-confirmed", "Proposal confirmed", "Somebody has confirmed it already.");
    }

    private static Rejected unknown() {
        return Rejected.unknown("proposal-not-found", "Proposal not found", "Nobody has asked for that.");
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                instant(row.getTimestamp(9)),
                instant(row.getTimestamp(10)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
