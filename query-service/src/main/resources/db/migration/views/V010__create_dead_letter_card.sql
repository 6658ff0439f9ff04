-- A dead letter together with the last decision about it.
create view dead_letter_card as
select
    l.dead_letter_id,
    l.consumer,
    l.origin,
    l.retry_of,
    l.reason,
    l.time,
    l.record_key,
    l.record_value,
    l.record_headers,
    case d.action when 'retry' then 'retried' when 'evict' then 'evicted' else 'open' end as state,
    d.decided_at
from dead_letter l
left join dead_letter_decision d on d.dead_letter_id = l.dead_letter_id;
