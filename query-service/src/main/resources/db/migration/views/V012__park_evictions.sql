-- An eviction waits for a later record of its subject that needs it; it is nothing to be told about.
alter table parked_record add column eviction boolean not null default false;
