-- Only the SHA-256 of a token is kept: its text has 256 random bits, so nothing slower is needed to hide it.
create table token (
    token_id   uuid         not null,
    token_hash bytea        not null,
    account_id varchar(64)  not null,
    name       varchar(100) not null,
    role       varchar(20)  not null,
    created_at timestamptz  not null,
    created_by varchar(300) not null,
    ends_at    timestamptz  not null,
    revoked_at timestamptz,
    constraint token_pk primary key (token_id),
    constraint token_hash_uq unique (token_hash),
    constraint token_hash_ck check (octet_length(token_hash) = 32),
    constraint token_account_fk foreign key (account_id) references account
);

create index token_account_ix on token (account_id);
