create table dead_letter (
    dead_letter_id bigint not null,
    consumer text not null,
    origin text not null,
    retry_of bigint not null,
    reason text not null,
    time timestamptz not null,
    record_key bytea,
    record_value bytea,
    record_headers text not null,
    constraint dead_letter_pk primary key (dead_letter_id),
    constraint dead_letter_origin_uk unique (consumer, origin, retry_of)
);

-- What people decided about a dead letter; may arrive before it.
create table dead_letter_decision (
    dead_letter_id bigint not null,
    action text not null,
    decided_at timestamptz not null,
    constraint dead_letter_decision_pk primary key (dead_letter_id)
);
