-- Which instance relays; see Lease.
create table relay_lease (
    name          varchar(20) not null,
    session_id    integer     not null,
    session_start timestamptz not null,
    expires_at    timestamptz not null,
    taken         bigint      not null,
    constraint relay_lease_pk primary key (name)
);
