package io.vigie.command.platform;

import io.vigie.access.Actor;
import io.vigie.access.rules.Reach;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Which clients exist for whoever sent a command. It travels with the command and is checked against the client as loaded:
 * one of another portfolio is answered as one that isn't there.
 *
 * @param everybodys whether all do
 * @param accountManagerId whose clients do, otherwise; null for nobody's
 */
public record Portfolio(boolean everybodys, @Nullable String accountManagerId) {

    static final String METADATA = "portfolio";

    static Portfolio of(Actor actor, Reach reach) {
        return new Portfolio(reach == Reach.ALL, reach == Reach.OWN ? actor.accountManagerId() : null);
    }

    /** The one that came with the command being handled; everybody's for one that no request led to. */
    public static Portfolio ofCurrentCommand() {
        return CurrentUnitOfWork.get().getMessage().getMetaData().get(METADATA) instanceof Portfolio sent
                ? sent
                : new Portfolio(true, null);
    }

    /** Whether a client exists that this account manager looks after; null for nobody. */
    public boolean has(@Nullable String lookedAfterBy) {
        return everybodys || (lookedAfterBy != null && lookedAfterBy.equals(accountManagerId));
    }
}
