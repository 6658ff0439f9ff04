-- What was scored before, so that the next rebuild finds the same. A long history takes longer than transactions usually
-- may; nobody may write scores meanwhile, locked in the order in which the projection writes them, and no instance of an
-- earlier version afterwards: it wouldn't tell of changes. Apart from the columns, whose lock would hold up all reads.
set local transaction_timeout = 0;
set local statement_timeout = 0;
set local lock_timeout = '60s';
-- Three sorts of all scores.
set local work_mem = '128MB';
lock table client_score, client_risk in share row exclusive mode;

-- The schema beside the live one is left alone, former views too: every rebuild empties it first.
with scored as (
    select client_id, score_sequence, scored_at, band, lag(band) over w as held
    from (
        select client_id, score_sequence, scored_at,
            case when outcome <> 'unscorable' and probability is not null then band end as band
        from client_score
        where current_schema() <> 'views_next' and handled and outcome <> 'departed') s
    window w as (partition by client_id order by score_sequence)
),
banded as (
    select client_id, score_sequence, scored_at, band, held,
        lag(band) over (partition by client_id order by score_sequence) as before
    from scored
    where band is not null
),
latest as (
    select distinct on (client_id) client_id, before, band, scored_at
    from banded
    where before is not null and (before <> band or held is null)
    order by client_id, score_sequence desc
),
last_band as (
    select distinct on (client_id) client_id, band
    from banded
    order by client_id, score_sequence desc
)
update client_risk r
set former_band = case when r.band is null then b.band when l.before <> l.band then l.before end,
    band_since = case when r.band is not null and l.before <> l.band then l.scored_at end
from last_band b
left join latest l on l.client_id = b.client_id
where r.client_id = b.client_id and (r.band is null or l.before <> l.band);
