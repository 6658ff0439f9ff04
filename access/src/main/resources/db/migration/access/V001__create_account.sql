-- Who is known here: a person, who has a password, or a program, which has none. Either may have several roles; each of
-- its tokens has one of them.
create table account (
    account_id         varchar(64)  not null,
    roles              varchar(20)[] not null,
    account_manager_id varchar(64),
    password_hash      varchar(100),
    created_at         timestamptz  not null,
    created_by         varchar(300) not null,
    disabled_at        timestamptz,
    disabled_by        varchar(300),
    constraint account_pk primary key (account_id),
    constraint account_id_ck check (account_id ~ '^[A-Za-z0-9._@-]{1,64}$'),
    constraint account_roles_ck check (cardinality(roles) > 0)
);
