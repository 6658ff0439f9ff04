-- Answers by the caller's own key, for 24 hours; written in the transaction of the events.
create table idempotency_key (
    principal         varchar(64)  not null,
    idempotency_key   varchar(255) not null,
    request_hash      bytea        not null,
    status            smallint     not null,
    aggregate_id      varchar(64)  not null,
    version           bigint       not null,
    consistency_token bigint       not null,
    created_at        timestamptz  not null,
    constraint idempotency_key_pk primary key (principal, idempotency_key)
);

create index idempotency_key_created_at_ix on idempotency_key (created_at);
