-- The events of all clients, newest first. Type and actor are there to look for some without going to the rows of the
-- others. It costs the projection one more entry per event, at the end of the index as events come about in order.
set local transaction_timeout = 0;
set local statement_timeout = 0;

create index client_event_time_ix on client_event (time desc, client_id desc, version desc) include (type, actor)
    where handled;
