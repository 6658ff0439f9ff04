-- Where each partition goes on; written in the transaction that writes the rows.
create table projection_offset (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    constraint projection_offset_pk primary key (topic, partition)
);

-- Up to where the events of a partition have their scores: source offset of the newest score + 1.
create table scored_offset (
    partition integer not null,
    next_offset bigint not null,
    constraint scored_offset_pk primary key (partition)
);
