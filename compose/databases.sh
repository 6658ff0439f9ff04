#!/bin/bash
# The databases, whose they are, and who else gets in; nobody else does, and the server's own user not at all from outside.
# Once before the server can be reached, and again at each start: what an earlier version made gets its owner.
set -eu
psql -v ON_ERROR_STOP=1 -q -U "$POSTGRES_USER" -d postgres <<'SQL'
\set command_owner_password `cat /run/secrets/vigie/command-owner`
\set command_password `cat /run/secrets/vigie/command-service`
\set query_owner_password `cat /run/secrets/vigie/query-owner`
\set query_password `cat /run/secrets/vigie/query-service`
alter role current_user password null;
select format('create role %I', name)
from unnest(array['command_owner', 'command_service', 'query_owner', 'query_service']) as name
where not exists (select from pg_roles where rolname = name) \gexec
alter role command_owner login password :'command_owner_password';
alter role command_service login password :'command_password';
alter role query_owner login password :'query_owner_password';
alter role query_service login password :'query_password';
select format('create database %I', name)
from unnest(array['vigie_events', 'vigie_access', 'vigie_views']) as name
where not exists (select from pg_database where datname = name) \gexec
alter database vigie_events owner to command_owner;
alter database vigie_access owner to command_owner;
alter database vigie_views owner to query_owner;
revoke all on database vigie, vigie_events, vigie_access, vigie_views, postgres, template1 from public;
grant connect on database vigie_events, vigie_access to command_service;
grant connect on database vigie_views, vigie_access to query_service;
\connect vigie_events
reassign owned by command_service to command_owner;
\connect vigie_access
reassign owned by command_service to command_owner;
\connect vigie_views
reassign owned by query_service to query_owner;
SQL
