-- What a version was given and answered on a UTC day, of the clients of one partition: counts of bins, as they were told last.
-- No client is in it.
create table model_sketch (
    model_name text not null,
    version integer not null,
    day date not null,
    partition integer not null,
    record_offset bigint not null,
    records bigint not null,
    score text not null,
    inputs text not null,
    updated_at timestamptz not null,
    constraint model_sketch_pk primary key (model_name, version, day, partition)
);

alter table model_sketch enable row level security;
alter table model_sketch force row level security;
create policy everybody on model_sketch using (reach() = 'all');
