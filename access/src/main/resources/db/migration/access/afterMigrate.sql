-- What the service may do that owns nothing here. After every migration, so that nothing has to be thought of elsewhere;
-- one instance at a time.
do $$ begin perform pg_advisory_xact_lock(20261123); end $$;

grant usage on schema access to "${role}";
grant select, insert, update on account, token, proposal to "${role}";
grant select, insert, delete on session, vouched_session to "${role}";
grant select, insert on action, recorded_read to "${role}";
grant select on known_token, known_session to "${role}";
