package io.vigie.query.clientcard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code client_fact}: what is counted of a client. Sums are made of these, which are far less to read than
 * {@link ClientCard}. A client that isn't known yet has no status, one whose registration was given up {@code unknown}.
 */
@Entity
@Immutable
@Table(name = "client_fact")
@SuppressWarnings("NullAway.Init")
public class ClientFact {

    @Id
    String clientId;

    @Nullable
    String status;

    @Nullable
    String state;

    @Nullable
    BigDecimal totalPurchase;

    @Nullable
    String accountManagerId;

    @Nullable
    Boolean managedElsewhere;

    @Nullable
    Double score;

    @Nullable
    String band;
}
