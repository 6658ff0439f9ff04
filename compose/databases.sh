#!/bin/bash
# The databases, whose they are, and who else gets in; nobody else does, and the server's own user not at all from outside.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres <<'SQL'
\set command_owner_password `cat /run/secrets/vigie/command-owner`
\set command_password `cat /run/secrets/vigie/command-service`
\set query_owner_password `cat /run/secrets/vigie/query-owner`
\set query_password `cat /run/secrets/vigie/query-service`
create role command_owner login password :'command_owner_password';
create role command_service login password :'command_password';
create role query_owner login password :'query_owner_password';
create role query_service login password :'query_password';
create database vigie_events owner command_owner;
create database vigie_access owner command_owner;
create database vigie_views owner query_owner;
revoke all on database vigie, vigie_events, vigie_access, vigie_views, postgres, template1 from public;
grant connect on database vigie_events, vigie_access to command_service;
grant connect on database vigie_views, vigie_access to query_service;
alter role current_user password null;
SQL
