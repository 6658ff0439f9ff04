-- A rebuild fills the tables of views_next, which stand beside those of views and come from the same migrations. What it
-- needs besides rows is done here by the owner, for the service owns nothing. Whatever a caller's search path is.
create function empty_next() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    tables text;
begin
    select string_agg(format('%I.%I', n.nspname, c.relname), ', ') into tables
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'views_next' and c.relkind = 'r' and c.relname <> 'flyway_schema_history';
    execute 'truncate ' || tables;
end
$$;

create function swap_with_next() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    alter schema views rename to views_former;
    alter schema views_next rename to views;
    alter schema views_former rename to views_next;
end
$$;

revoke all on function empty_next(), swap_with_next() from public;

-- What a rebuild of an earlier version may have left.
drop schema if exists views_old cascade;
