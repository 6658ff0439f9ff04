-- The numbers of the summary as they were: of all clients, where account_manager_id is null, and of each portfolio. Of each
-- hour (UTC) what held last, at taken_at; before the last three days it is thinned to one a day. No topic tells it, so a
-- rebuild takes it along.
create table summary_snapshot (
    account_manager_id text,
    hour timestamptz not null,
    taken_at timestamptz not null,
    clients bigint not null,
    active bigint not null,
    has_left bigint not null,
    at_risk bigint not null,
    unassigned_at_risk bigint not null,
    value_at_risk numeric not null,
    constraint summary_snapshot_key unique nulls not distinct (account_manager_id, hour)
);

alter table summary_snapshot enable row level security;
alter table summary_snapshot force row level security;
create policy everybody on summary_snapshot using (reach() = 'all');
create policy portfolio on summary_snapshot for select
    using (account_manager_id = own_account_manager());
