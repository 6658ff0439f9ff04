-- How far a connection sees: a setting that it has from its start and keeps. "all" for the service's own work and for
-- readers of everybody's rows; without it, none but those of one account manager. The function says immutable so that
-- a plan, which lives no longer than its connection, has no trace of the rule where all rows are seen.
create function reach() returns text language sql immutable parallel safe
    return current_setting('vigie.reach', true);

create function own_account_manager() returns text language sql stable parallel safe
    return current_setting('vigie.account_manager', true);

-- Forced: the service owns the tables. What no policy allows nobody sees.
do $$
declare
    name text;
begin
    foreach name in array array[
        'client_view', 'client_event', 'client_score', 'client_risk', 'account_manager_view', 'account_manager_event',
        'parked_record', 'failed_record', 'dead_letter', 'dead_letter_decision', 'rebuild_report']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy everybody on %I using (reach() = ''all'')', name);
    end loop;
end $$;

create policy portfolio on client_view for select
    using (account_manager_id = own_account_manager());
create policy portfolio on client_risk for select
    using (exists (select from client_view c
        where c.client_id = client_risk.client_id and c.account_manager_id = own_account_manager()));
create policy portfolio on client_score for select
    using (exists (select from client_view c
        where c.client_id = client_score.client_id and c.account_manager_id = own_account_manager()));
create policy portfolio on client_event for select
    using (exists (select from client_view c
        where c.client_id = client_event.client_id and c.account_manager_id = own_account_manager()));
create policy portfolio on account_manager_view for select
    using (account_manager_id = own_account_manager());
create policy portfolio on account_manager_event for select
    using (account_manager_id = own_account_manager());

-- Whoever reads through them, not whoever made them.
alter view client_card set (security_invoker = true);
alter view account_manager_card set (security_invoker = true);
alter view dead_letter_card set (security_invoker = true);
