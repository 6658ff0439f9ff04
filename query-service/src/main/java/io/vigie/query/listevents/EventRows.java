package io.vigie.query.listevents;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface EventRows extends Repository<EventRow, EventRow.Key> {

    List<EventRow> findByClientIdAndHandledTrueAndVersionGreaterThanOrderByVersionAsc(
            String clientId, long after, Limit limit);
}
