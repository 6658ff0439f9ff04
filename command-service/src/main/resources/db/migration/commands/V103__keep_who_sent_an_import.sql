-- The events of an import are by whoever sent the file, also when another process goes on with it. Whom a provider vouches
-- for may have a long name.
alter table client_import add column actor varchar(300) not null default 'local';
alter table client_import alter column actor drop default;
alter table idempotency_key alter column principal type varchar(300);
