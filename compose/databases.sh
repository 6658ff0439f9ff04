#!/bin/bash
# The databases and whose they are; nobody else gets in, and the server's own user not at all from outside.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres <<'SQL'
\set command_password `cat /run/secrets/vigie/command-service`
\set query_password `cat /run/secrets/vigie/query-service`
create role command_service login password :'command_password';
create role query_service login password :'query_password';
create database vigie_events owner command_service;
create database vigie_access owner command_service;
create database vigie_views owner query_service;
revoke all on database vigie, vigie_events, vigie_access, vigie_views, postgres, template1 from public;
grant connect on database vigie_access to query_service;
alter role current_user password null;
SQL
