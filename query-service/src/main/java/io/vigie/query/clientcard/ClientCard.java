package io.vigie.query.clientcard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code client_card}: client, account manager's name and risk side by side. */
@Entity
@Immutable
@Table(name = "client_card")
@SuppressWarnings("NullAway.Init")
public class ClientCard {

    @Id
    String clientId;

    long version;
    String status;
    String name;
    String company;
    String location;

    @Nullable
    String state;

    int age;
    LocalDate onboardedOn;

    @Nullable
    BigDecimal yearsBase;

    LocalDate registeredOn;
    BigDecimal totalPurchase;
    int numSites;

    @Nullable
    String accountManagerId;

    @Nullable
    String accountManagerName;

    boolean managedElsewhere;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] words;

    @Nullable
    Double score;

    double riskRank;

    @Nullable
    String band;

    @Nullable
    String reasons;

    @Nullable
    String model;

    @Nullable
    Integer modelVersion;

    @Nullable
    Instant scoredAt;

    @Nullable
    Long clientVersion;

    @Nullable
    String formerBand;

    @Nullable
    Instant bandSince;

    /** For Hibernate. */
    protected ClientCard() {}

    /** The client's id. */
    public String clientId() {
        return clientId;
    }

    /** Who looks after it; null for nobody. */
    @Nullable
    public String accountManagerId() {
        return accountManagerId;
    }

    /** Version of the client that is shown. */
    public long version() {
        return version;
    }

    /** The score, −1 without one: what the list is sorted by. */
    public double riskRank() {
        return riskRank;
    }

    /** The band of the risk; null without a score. */
    @Nullable
    public String band() {
        return band;
    }

    /** The band before; null without a change, and without a band the last one that it had. */
    @Nullable
    public String formerBand() {
        return formerBand;
    }

    /** Since when it has this band after another one; null without a change. */
    @Nullable
    public Instant bandSince() {
        return bandSince;
    }

    /** What the client has bought. */
    public BigDecimal totalPurchase() {
        return totalPurchase;
    }

    /** When the client came on board. */
    public LocalDate onboardedOn() {
        return onboardedOn;
    }
}
