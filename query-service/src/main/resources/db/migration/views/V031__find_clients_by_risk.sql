-- The list's own order, as client_card has it: its first page is read, and not all clients sorted for it. Each score that
-- differs from the one before writes to all indexes of its row from now on; this one is read each time that somebody looks.
set local lock_timeout = '60s';
set local transaction_timeout = 0;
set local statement_timeout = 0;

create index client_risk_rank_ix on client_risk (coalesce(score, -1) desc, client_id);

-- What is ordered by has statistics of its own.
analyze client_risk;
