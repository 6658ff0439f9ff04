-- A browser in which somebody signed in. As with tokens, only the SHA-256 of what the cookie holds is kept.
create table session (
    session_hash bytea       not null,
    account_id   varchar(64) not null,
    created_at   timestamptz not null,
    ends_at      timestamptz not null,
    constraint session_pk primary key (session_hash),
    constraint session_hash_ck check (octet_length(session_hash) = 32),
    constraint session_account_fk foreign key (account_id) references account
);

create index session_account_ix on session (account_id);
create index session_end_ix on session (ends_at);
