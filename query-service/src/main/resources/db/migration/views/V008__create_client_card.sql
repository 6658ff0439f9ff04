-- A client as people read it. risk_rank sorts clients without a score behind all others.
create view client_card as
select
    c.client_id,
    c.version,
    c.status,
    c.name,
    c.company,
    c.location,
    c.state,
    c.age,
    c.onboarded_on,
    c.years_base,
    c.registered_on,
    c.total_purchase,
    c.num_sites,
    c.account_manager_id,
    m.name as account_manager_name,
    c.managed_elsewhere,
    c.words,
    r.score,
    coalesce(r.score, -1) as risk_rank,
    r.band,
    r.reasons,
    r.model,
    r.model_version,
    r.scored_at,
    r.client_version
from client_view c
left join client_risk r on r.client_id = c.client_id
left join account_manager_view m on m.account_manager_id = c.account_manager_id
where c.status <> 'unknown';
