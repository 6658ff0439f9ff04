-- How far store and topics have been compared; may be emptied at any time, then the comparison starts over.
create table reconciled_position (
    name           varchar(20) not null,
    transaction_id bigint      not null,
    global_index   bigint      not null,
    constraint reconciled_position_pk primary key (name)
);

create table reconciled_partition (
    topic            varchar(249) not null,
    partition        integer      not null,
    stored_events    bigint       not null,
    stored_digest    bigint       not null,
    published_events bigint       not null,
    published_digest bigint       not null,
    next_offset      bigint       not null,
    constraint reconciled_partition_pk primary key (topic, partition)
);
