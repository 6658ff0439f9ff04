create table account_manager_view (
    account_manager_id text not null,
    version bigint not null,
    status text not null,
    name text not null,
    capacity integer not null,
    constraint account_manager_view_pk primary key (account_manager_id),
    constraint account_manager_view_status_ck check (status in ('active', 'retired', 'unknown'))
);

create table account_manager_event (
    account_manager_id text not null,
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
    constraint account_manager_event_pk primary key (account_manager_id, version)
);
