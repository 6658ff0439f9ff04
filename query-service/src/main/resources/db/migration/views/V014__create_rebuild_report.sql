-- How the latest rebuilds went, whichever instance ran them; a swap takes the rows along.
create table rebuild_report (
    rebuild_id text not null,
    started_at timestamptz not null,
    finished boolean not null,
    report text not null,
    constraint rebuild_report_pk primary key (rebuild_id)
);
