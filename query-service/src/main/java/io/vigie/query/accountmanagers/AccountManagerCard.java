package io.vigie.query.accountmanagers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** A row of {@code account_manager_card}. */
@Entity
@Immutable
@Table(name = "account_manager_card")
@SuppressWarnings("NullAway.Init")
class AccountManagerCard {

    @Id
    String accountManagerId;

    long version;
    String status;
    String name;
    int capacity;
    long load;
    long atRisk;
    BigDecimal valueAtRisk;
}
