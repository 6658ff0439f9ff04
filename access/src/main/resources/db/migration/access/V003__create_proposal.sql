-- What one person asked for and another one may confirm. Nobody confirms their own, whatever the code above says.
create table proposal (
    proposal_id  uuid         not null,
    kind         varchar(40)  not null,
    subject      varchar(200) not null,
    reason       varchar(500) not null,
    proposed_by  varchar(300) not null,
    proposed_at  timestamptz  not null,
    ends_at      timestamptz  not null,
    confirmed_by varchar(300),
    confirmed_at timestamptz,
    withdrawn_at timestamptz,
    constraint proposal_pk primary key (proposal_id),
    constraint proposal_second_person_ck check (confirmed_by <> proposed_by),
    constraint proposal_confirmed_ck check ((confirmed_by is null) = (confirmed_at is null)),
    constraint proposal_settled_once_ck check (confirmed_by is null or withdrawn_at is null)
);

create index proposal_open_ix on proposal (kind, proposed_at) where confirmed_by is null and withdrawn_at is null;
