create table client_view (
    client_id text not null,
    version bigint not null,
    status text not null,
    name text not null,
    company text not null,
    location text not null,
    state text,
    age integer not null,
    onboarded_on date not null,
    years_base numeric,
    registered_on date not null,
    total_purchase numeric not null,
    num_sites integer not null,
    account_manager_id text,
    managed_elsewhere boolean not null,
    folded text not null,
    words varchar[] not null generated always as (string_to_array(folded, ' ')::varchar[]) stored,
    constraint client_view_pk primary key (client_id),
    constraint client_view_status_ck check (status in ('active', 'left', 'unknown'))
);

create index client_view_account_manager_ix on client_view (account_manager_id);
create index client_view_onboarded_on_ix on client_view (onboarded_on, client_id);
create index client_view_words_ix on client_view using gin (words);
