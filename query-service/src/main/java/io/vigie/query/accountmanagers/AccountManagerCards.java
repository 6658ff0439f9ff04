package io.vigie.query.accountmanagers;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AccountManagerCards extends Repository<AccountManagerCard, String> {

    Optional<AccountManagerCard> findById(String accountManagerId);

    List<AccountManagerCard> findByAccountManagerIdGreaterThanOrderByAccountManagerIdAsc(String after, Limit limit);
}
