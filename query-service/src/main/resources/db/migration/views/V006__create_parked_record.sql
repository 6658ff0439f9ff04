-- Records that came before the one that they follow; they are handled when it has been.
create table parked_record (
    track text not null,
    subject text not null,
    number bigint not null,
    id text not null,
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    record_timestamp bigint not null,
    record_key bytea,
    record_value bytea,
    record_headers text not null,
    parked_at timestamptz not null,
    reported boolean not null,
    constraint parked_record_pk primary key (track, subject, number, id)
);

-- Well-formed records that could not be handled: the known reason why later ones are parked.
create table failed_record (
    track text not null,
    subject text not null,
    number bigint not null,
    constraint failed_record_pk primary key (track, subject, number)
);
