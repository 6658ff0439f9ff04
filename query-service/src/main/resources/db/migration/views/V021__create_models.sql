-- A model at a glance. decided is the version of the model that last changed what scores.
create table model_view (
    model_name text not null,
    version bigint not null,
    champion integer,
    challenger integer,
    latest integer,
    decided bigint not null,
    constraint model_view_pk primary key (model_name)
);

-- Its versions, which never change but for being retired.
create table model_version (
    model_name text not null,
    version integer not null,
    sha256 text not null,
    bytes integer not null,
    model_type text not null,
    note text,
    uploaded_by text,
    uploaded_at timestamptz not null,
    retired boolean not null default false,
    constraint model_version_pk primary key (model_name, version)
);

-- The events of models as they were received; model_id is the name. handled is false for one that was evicted.
create table model_event (
    model_id text not null,
    version bigint not null,
    event_id text not null,
    type text not null,
    revision integer not null,
    time timestamptz not null,
    actor text,
    actor_kind text,
    correlation_id text,
    payload text not null,
    handled boolean not null,
    constraint model_event_pk primary key (model_id, version)
);

-- The documents, as they were handed out last: record_offset tells the later of two records of one key.
create table model_document (
    model_name text not null,
    version integer not null,
    record_offset bigint not null,
    sha256 text not null,
    document bytea not null,
    reference_point text not null,
    training_ranges text not null,
    card text,
    constraint model_document_pk primary key (model_name, version)
);

-- Read whole and seldom: the time to compress them is worth more than the room.
alter table model_document alter column document set storage external;

create index model_document_sha256_ix on model_document (sha256);

create table model_deployment (
    model_name text not null,
    revision bigint not null,
    champion integer,
    champion_sha256 text,
    challenger integer,
    challenger_sha256 text,
    decided_at timestamptz not null,
    constraint model_deployment_pk primary key (model_name)
);

-- Which versions score each partition of the events, and from which event on.
create table model_swap (
    model_name text not null,
    partition integer not null,
    revision bigint not null,
    record_offset bigint not null,
    champion integer not null,
    challenger integer,
    event_offset bigint not null,
    swapped_at timestamptz not null,
    constraint model_swap_pk primary key (model_name, partition)
);

-- What happened to models and where they score is nothing to account managers.
do $$
declare
    name text;
begin
    foreach name in array array[
        'model_view', 'model_version', 'model_event', 'model_document', 'model_deployment', 'model_swap']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy everybody on %I using (reach() = ''all'')', name);
    end loop;
end $$;

-- They hold nothing of clients, and whoever asks what a client's risk would be needs the model that scored it, account
-- managers, too.
create policy anybody on model_view for select using (true);
create policy anybody on model_version for select using (true);
create policy anybody on model_document for select using (true);
