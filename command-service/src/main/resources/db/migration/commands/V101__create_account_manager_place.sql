-- How many clients each account manager has and can have; changed in the transaction of the events that say so.
create table account_manager_place (
    account_manager_id varchar(64) not null,
    capacity           integer     not null,
    load               integer     not null,
    retired            boolean     not null,
    constraint account_manager_place_pk primary key (account_manager_id),
    constraint account_manager_place_load_ck check (load >= 0 and load <= capacity),
    constraint account_manager_place_retired_ck check (not retired or load = 0)
);
