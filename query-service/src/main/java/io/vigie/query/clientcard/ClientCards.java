package io.vigie.query.clientcard;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** All clients. */
public interface ClientCards extends Repository<ClientCard, String>, JpaSpecificationExecutor<ClientCard> {

    /** The client, or nothing. */
    Optional<ClientCard> findById(String clientId);

    /** Whether there is such a client. */
    boolean existsById(String clientId);
}
