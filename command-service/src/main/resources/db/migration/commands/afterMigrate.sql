-- What the service may do that owns nothing here: what its code does, and to events nothing but append. After every
-- migration, so that nothing has to be thought of elsewhere; one instance at a time.
do $$ begin perform pg_advisory_xact_lock(20261123); end $$;

grant usage on schema public to "${role}";
grant select, insert on domain_event_entry, relay_evicted to "${role}";
grant select on read_as_text to "${role}";
grant select, insert, update, delete on token_entry, relay_lease, relay_parked, idempotency_key, client_import to "${role}";
grant select, insert, delete on reconciled_position, reconciled_partition, client_import_chunk to "${role}";
grant select, insert, update on account_manager_place to "${role}";
grant select, insert on client_import_finding to "${role}";
grant select, insert on model_document, model_promotion to "${role}";
grant update (published) on model_document to "${role}";
grant select, insert, update on model_deployment to "${role}";
