-- What the service may do that owns nothing here: what its code does. After every migration, in both schemas, so that
-- nothing has to be thought of elsewhere; one instance at a time.
do $$ begin perform pg_advisory_xact_lock(20261123); end $$;

grant usage on schema "${flyway:defaultSchema}" to "${role}";
grant select, insert on client_event, client_score, monthly_score, account_manager_event, model_event, dead_letter to "${role}";
grant select, insert, update on projection_offset, scored_offset, given_up_offset, client_view, client_risk, client_fact,
    account_manager_view, dead_letter_decision, model_view, model_version, model_document, model_deployment, model_swap,
    model_sketch, shadow_risk to "${role}";
grant select, insert, update, delete on parked_record, rebuild_report, summary_snapshot to "${role}";
grant select, insert, delete on failed_record to "${role}";
grant select on client_card, account_manager_card, dead_letter_card to "${role}";
grant execute on function empty_next(), swap_with_next() to "${role}";
