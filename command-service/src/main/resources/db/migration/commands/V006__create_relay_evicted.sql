-- Events that were given up: stored, but never to be on Kafka.
create table relay_evicted (
    event_identifier varchar(64) not null,
    evicted_at       timestamptz not null,
    constraint relay_evicted_pk primary key (event_identifier)
);

-- The event that a retry under way gives up; null for none.
alter table relay_parked add column releasing_evicted varchar(64);
