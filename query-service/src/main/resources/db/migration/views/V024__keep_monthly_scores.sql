-- A long history takes longer than transactions usually may. Nobody may write these two meanwhile, locked in the order in
-- which the projections write them, and no instance of an earlier version afterwards: its scores would be missing here.
set local transaction_timeout = 0;
set local statement_timeout = 0;
lock table client_score, client_event in share row exclusive mode;

-- Of each client the first score that a version gave it in a calendar month (UTC): what became of it says how good the
-- version is. Every client is scored every day, so the whole history would be thirty times as much to go over. The key has
-- all that is asked for, so that it is read client by client without the table and without sorting.
create table monthly_score (
    model_name text not null,
    model_version integer not null,
    month date not null,
    client_id text not null,
    scored_at timestamptz not null,
    client_version bigint not null,
    probability double precision not null,
    flagged boolean not null,
    constraint monthly_score_pk primary key (model_name, model_version, client_id, month)
        include (scored_at, client_version, probability, flagged)
);

alter table monthly_score enable row level security;
alter table monthly_score force row level security;
create policy everybody on monthly_score using (reach() = 'all');

create index client_event_departure_ix on client_event (client_id, version) include (time)
    where type = 'client-departed' and handled;

-- What was scored before. The schema beside the live one is left alone, former views too: every rebuild empties it first.
insert into monthly_score
select distinct on (client_id, model_name, model_version, date_trunc('month', scored_at at time zone 'UTC'))
    model_name, model_version, date_trunc('month', scored_at at time zone 'UTC')::date, client_id, scored_at, client_version,
    probability, coalesce(band = 'high', false)
from client_score
where current_schema() <> 'views_next'
    and handled and outcome in ('scored', 'unchanged') and probability is not null
order by client_id, model_name, model_version, date_trunc('month', scored_at at time zone 'UTC'), score_sequence;
