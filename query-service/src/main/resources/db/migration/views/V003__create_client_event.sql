-- The events of clients as they were received. handled is false for one that was evicted: it counts, without effect.
create table client_event (
    client_id text not null,
    version bigint not null,
    event_id text not null,
    type text not null,
    revision integer not null,
    time timestamptz not null,
    actor text,
    actor_kind text,
    correlation_id text,
    payload text not null,
    handled boolean not null,
    constraint client_event_pk primary key (client_id, version)
);
