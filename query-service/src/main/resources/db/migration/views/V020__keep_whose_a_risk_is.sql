-- Whose client a risk is of, kept by the client's events beside what its scores say, so that the rule of rows looks at the
-- row alone. Each client has a row, without a score before the first. Nobody may write the other table meanwhile, and no
-- instance of an earlier version afterwards: it would leave a client without one.
lock table client_view in share row exclusive mode;

alter table client_risk add column account_manager_id text, alter column score_sequence set default 0;

update client_risk r set account_manager_id = c.account_manager_id
from client_view c
where c.client_id = r.client_id and c.account_manager_id is not null;

insert into client_risk (client_id, account_manager_id)
select client_id, account_manager_id from client_view
on conflict do nothing;

drop policy portfolio on client_risk;
create policy portfolio on client_risk for select
    using (account_manager_id = own_account_manager());

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
    r.client_version
from client_view c
join client_risk r on r.client_id = c.client_id
left join account_manager_view m on m.account_manager_id = c.account_manager_id
where c.status <> 'unknown';
