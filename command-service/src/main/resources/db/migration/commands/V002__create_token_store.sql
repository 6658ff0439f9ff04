-- Positions of Axon's own event processors, for those that come later; the relay keeps its position on Kafka.
create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    time_stamp     varchar(255),
    owner          varchar(255),
    constraint token_entry_pk primary key (processor_name, segment)
);
