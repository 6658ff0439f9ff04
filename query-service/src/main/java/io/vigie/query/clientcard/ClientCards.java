package io.vigie.query.clientcard;

import io.vigie.query.platform.Portfolio;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.domain.PredicateSpecification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All clients; whoever asks for some says out of whose portfolio. */
public interface ClientCards extends Repository<ClientCard, String>, JpaSpecificationExecutor<ClientCard> {

    /** The client, or nothing. */
    default Optional<ClientCard> find(Portfolio portfolio, String clientId) {
        return findById(clientId).filter(card -> portfolio.contains(card.accountManagerId()));
    }

    /** Those of these clients that are in a portfolio, in no order. */
    default List<ClientCard> find(Portfolio portfolio, Collection<String> clientIds) {
        return withIds(clientIds.toArray(String[]::new)).stream()
                .filter(card -> portfolio.contains(card.accountManagerId()))
                .toList();
    }

    /** Whether there is such a client. */
    default boolean exists(Portfolio portfolio, String clientId) {
        return find(portfolio, clientId).isPresent();
    }

    /** The clients of a portfolio. */
    static PredicateSpecification<ClientCard> of(Portfolio portfolio) {
        return portfolio.choose(
                PredicateSpecification::unrestricted,
                own -> (card, build) -> build.equal(card.get("accountManagerId"), own));
    }

    /** Of {@link #find}. */
    Optional<ClientCard> findById(String clientId);

    /** Of {@link #find}. */
    @Query(value = "select * from client_card where client_id = any(:clientIds)", nativeQuery = true)
    List<ClientCard> withIds(String[] clientIds);
}
