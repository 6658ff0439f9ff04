-- A browser in which somebody signed in at the provider. Who that is and what they may do is what the provider said then;
-- there is no account here that could say it again.
create table vouched_session (
    session_hash       bytea         not null,
    vouched_id         varchar(300)  not null,
    roles              varchar(20)[] not null,
    account_manager_id varchar(64),
    created_at         timestamptz   not null,
    ends_at            timestamptz   not null,
    constraint vouched_session_pk primary key (session_hash),
    constraint vouched_session_hash_ck check (octet_length(session_hash) = 32),
    constraint vouched_session_roles_ck check (cardinality(roles) > 0)
);

create index vouched_session_end_ix on vouched_session (ends_at);

-- One of account_id and vouched_id is null.
create or replace view known_session as
    select s.session_hash, a.account_id, a.roles, a.account_manager_id, s.ends_at, null::varchar(300) as vouched_id
    from session s
    join account a using (account_id)
    where a.disabled_at is null
    union all
    select session_hash, null::varchar(64), roles, account_manager_id, ends_at, vouched_id
    from vouched_session;

-- Whoever signed in is the subject of it, and may be somebody of the provider's.
alter table action alter column subject type varchar(300);
