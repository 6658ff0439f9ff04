-- Every score record; no foreign key, since a score may arrive before its event.
create table client_score (
    client_id text not null,
    score_sequence bigint not null,
    score_id text not null,
    client_version bigint not null,
    event_id text,
    outcome text not null,
    trigger text not null,
    probability double precision,
    base_value double precision,
    band text,
    reasons text not null,
    other double precision,
    features text not null,
    out_of_range text not null,
    problem text,
    model_name text not null,
    model_version integer not null,
    model_sha256 text not null,
    engine text not null,
    scored_at timestamptz not null,
    source_partition integer,
    source_offset bigint,
    handled boolean not null,
    constraint client_score_pk primary key (client_id, score_sequence)
);

-- What holds now. Of a client that left the last score stays; of one that can't be scored none does.
create table client_risk (
    client_id text not null,
    score_sequence bigint not null,
    score double precision,
    band text,
    reasons text,
    model text,
    model_version integer,
    scored_at timestamptz,
    client_version bigint,
    constraint client_risk_pk primary key (client_id)
);
