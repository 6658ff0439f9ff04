-- Versions of models as they were uploaded; added in the transaction of the event that says so, handed out afterwards.
create table model_document (
    name        varchar(40) not null,
    version     integer     not null,
    sha256      varchar(64) not null,
    document    bytea       not null,
    reference   json        not null,
    card        json,
    uploaded_at timestamptz not null,
    published   boolean     not null default false,
    constraint model_document_pk primary key (name, version),
    constraint model_document_content_uk unique (name, sha256),
    constraint model_document_version_ck check (version >= 1),
    constraint model_document_size_ck check (octet_length(document) between 1 and 20000000)
);

create index model_document_unpublished_ix on model_document (name, version) where not published;

-- Which versions are to score, by the newest decision. What is on Kafka is that of published_revision.
create table model_deployment (
    name               varchar(40) not null,
    revision           bigint      not null,
    champion           integer,
    challenger         integer,
    decided_at         timestamptz not null,
    published_revision bigint      not null default 0,
    constraint model_deployment_pk primary key (name),
    constraint model_deployment_champion_fk foreign key (name, champion) references model_document (name, version),
    constraint model_deployment_challenger_fk foreign key (name, challenger) references model_document (name, version),
    constraint model_deployment_aliases_ck check (champion <> challenger)
);

-- What two persons wanted and was done, so that it isn't done twice however often the second one confirms.
create table model_promotion (
    proposal_id    uuid        not null,
    carried_out_at timestamptz not null,
    constraint model_promotion_pk primary key (proposal_id)
);
