package io.vigie.query.accountmanagers;

import io.vigie.query.platform.Portfolio;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All account managers; to one of them there is no other. */
interface AccountManagerCards extends Repository<AccountManagerCard, String> {

    default Optional<AccountManagerCard> find(Portfolio portfolio, String accountManagerId) {
        return portfolio.contains(accountManagerId) ? findById(accountManagerId) : Optional.empty();
    }

    default List<AccountManagerCard> after(Portfolio portfolio, String after, Limit limit) {
        return portfolio.choose(
                () -> findByAccountManagerIdGreaterThanOrderByAccountManagerIdAsc(after, limit),
                own -> findByAccountManagerIdAndAccountManagerIdGreaterThan(own, after));
    }

    Optional<AccountManagerCard> findById(String accountManagerId);

    List<AccountManagerCard> findByAccountManagerIdGreaterThanOrderByAccountManagerIdAsc(String after, Limit limit);

    List<AccountManagerCard> findByAccountManagerIdAndAccountManagerIdGreaterThan(
            String accountManagerId, String after);
}
