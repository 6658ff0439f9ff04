-- How many records of a partition the views have handled; offsets count the marks of transactions, too. Since this version.
alter table projection_offset add column records bigint not null default 0;
