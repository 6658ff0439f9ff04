-- Aggregates one event of which can't be sent: that event and all later ones wait, in order.
-- While a retry is under way, releasing_* name the retry record and from where the aggregate stays parked afterwards
-- (null: not at all); it counts once Kafka has that record's offset committed together with the events.
create table relay_parked (
    aggregate_identifier varchar(64)  not null,
    from_sequence        bigint       not null,
    reason               varchar(500) not null,
    parked_at            timestamptz  not null,
    releasing_partition  integer,
    releasing_offset     bigint,
    releasing_to         bigint,
    constraint relay_parked_pk primary key (aggregate_identifier)
);
