-- Up to where scoring gave events of a partition up: source offset of the newest one + 1. Dead letters are read by
-- another consumer than scores, so it only counts up to settled_offset: there every score from before is in these views.
create table given_up_offset (
    partition integer not null,
    next_offset bigint not null,
    settled_offset bigint not null default 0,
    constraint given_up_offset_pk primary key (partition)
);
