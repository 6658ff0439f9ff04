-- A file of clients on its way into the store. Its content is kept until every row is handled, so that any instance can
-- go on with it; processed moves in the transaction of the events.
create table client_import (
    import_id           varchar(64) not null,
    state               varchar(10) not null,
    total               bigint      not null default 0,
    processed           bigint      not null default 0,
    accepted            bigint      not null default 0,
    duplicate           bigint      not null default 0,
    rejected            bigint      not null default 0,
    conflicts           bigint      not null default 0,
    warnings            bigint      not null default 0,
    last_transaction_id bigint,
    failure             varchar(500),
    started_at          timestamptz not null,
    finished_at         timestamptz,
    constraint client_import_pk primary key (import_id),
    constraint client_import_state_ck check (state in ('receiving', 'running', 'completed', 'failed')),
    constraint client_import_counts_ck check (processed = accepted + duplicate + rejected and conflicts <= rejected)
);

create index client_import_open_ix on client_import (started_at) where state in ('receiving', 'running');

create table client_import_chunk (
    import_id varchar(64) not null,
    number    integer     not null,
    content   bytea       not null,
    constraint client_import_chunk_pk primary key (import_id, number),
    constraint client_import_chunk_import_fk foreign key (import_id) references client_import on delete cascade
);

alter table client_import_chunk alter column content set storage external;

-- Line, column and reason; never what stood there.
create table client_import_finding (
    import_id   varchar(64)  not null,
    line        bigint       not null,
    kind        varchar(9)   not null,
    column_name varchar(64)  not null,
    reason      varchar(500) not null,
    constraint client_import_finding_pk primary key (import_id, kind, line),
    constraint client_import_finding_kind_ck check (kind in ('rejection', 'warning')),
    constraint client_import_finding_import_fk foreign key (import_id) references client_import on delete cascade
);
