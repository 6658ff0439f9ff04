-- Who looked at whom in the role of an auditor: no value of any answer, and of a question only who it was about or, when it
-- was about many, its SHA-256.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was recorded is never changed nor removed' using errcode = 'restrict_violation';
end
$$;

create table recorded_read (
    read_id     bigint generated always as identity,
    recorded_at timestamptz   not null,
    account_id  varchar(300)  not null,
    roles       varchar(20)[] not null,
    endpoint    varchar(200)  not null,
    subject     varchar(64),
    query_hash  bytea,
    purpose     varchar(200),
    constraint recorded_read_pk primary key (read_id),
    constraint recorded_read_roles_ck check ('auditor' = any (roles)),
    constraint recorded_read_subject_ck check ((subject is null) <> (query_hash is null)),
    constraint recorded_read_hash_ck check (octet_length(query_hash) = 32)
);

create index recorded_read_account_ix on recorded_read (account_id, read_id);

create trigger recorded_read_is_final
    before update or delete or truncate on recorded_read
    for each statement execute function refuse_change();
