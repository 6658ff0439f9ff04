-- What the challenger last said of a client; of one that left, what it said before. Nobody's risk, so no account manager
-- sees any of it.
create table shadow_risk (
    client_id text not null,
    score_sequence bigint not null,
    record_offset bigint not null,
    probability double precision,
    band text,
    model_name text not null,
    model_version integer not null,
    model_sha256 text not null,
    scored_at timestamptz not null,
    constraint shadow_risk_pk primary key (client_id)
);

alter table shadow_risk enable row level security;
alter table shadow_risk force row level security;
create policy everybody on shadow_risk using (reach() = 'all');
