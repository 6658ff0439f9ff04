-- An account manager as people read it. Load and risk are counted where the clients are, so they can't drift.
create view account_manager_card as
select
    m.account_manager_id,
    m.version,
    m.status,
    m.name,
    m.capacity,
    coalesce(l.load, 0) as load,
    coalesce(l.at_risk, 0) as at_risk,
    coalesce(l.value_at_risk, 0) as value_at_risk
from account_manager_view m
left join (
    select
        c.account_manager_id,
        count(*) filter (where c.status = 'active') as load,
        count(*) filter (where c.status = 'active' and r.band = 'high') as at_risk,
        sum(c.total_purchase) filter (where c.status = 'active' and r.band = 'high') as value_at_risk
    from client_view c
    left join client_risk r on r.client_id = c.client_id
    where c.account_manager_id is not null
    group by c.account_manager_id
) l on l.account_manager_id = m.account_manager_id
where m.status <> 'unknown';
