-- What was done about who gets in and what needs two persons. No password and no token; who failed to sign in is named by
-- an account that exists only, for people type passwords where names belong.
create table action (
    action_id   bigint generated always as identity,
    recorded_at timestamptz  not null,
    deed        varchar(40)  not null,
    done_by     varchar(300),
    subject     varchar(200),
    detail      varchar(40),
    constraint action_pk primary key (action_id)
);

create trigger action_is_final
    before update or delete or truncate on action
    for each statement execute function refuse_change();
