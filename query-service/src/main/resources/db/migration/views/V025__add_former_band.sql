-- Whoever waits for this lock holds up all reads behind itself: better to fail and to be started again.
set local lock_timeout = '10s';

-- From which band a client came to the one that it has, and when: of the latest change. band_since is null without one.
alter table client_risk add column former_band text, add column band_since timestamptz;

-- Only a change of the band writes to it; an update that keeps the band leaves it, and the other indexes, alone.
create index client_risk_band_since_ix on client_risk (band_since desc, client_id) where band_since is not null;

create or replace view client_card with (security_invoker = true) as
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
    r.client_version,
    r.former_band,
    r.band_since
from client_view c
join client_risk r on r.client_id = c.client_id
left join account_manager_view m on m.account_manager_id = c.account_manager_id
where c.status <> 'unknown';
