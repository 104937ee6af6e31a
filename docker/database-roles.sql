-- Two roles for one registry, so that the running program cannot change its own audit trail, whoever gets hold of it:
-- anc_owner owns the tables and migrates them (./anc migrate); anc_app is the user of the running registry, which may only
-- add to the audit trail and read it. Run it in the registry's database as a superuser, before the first start or on a
-- database that one user made and used until now; running it again changes nothing. Then give both a password:
--   psql -d anc -f database-roles.sql -c '\password anc_owner' -c '\password anc_app'
do $$
declare
    one record;
begin
    if not exists (select from pg_roles where rolname = 'anc_owner') then
        create role anc_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'anc_app') then
        create role anc_app login;
    end if;
    for one in
        select c.oid::regclass::text as name, case c.relkind when 'S' then 'sequence' else 'table' end as kind
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p', 'S')
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
        order by c.relkind desc
    loop
        execute format('alter %s %s owner to anc_owner', one.kind, one.name);
    end loop;
    for one in
        select p.oid::regprocedure::text as name
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
    loop
        execute format('alter function %s owner to anc_owner', one.name);
    end loop;
end
$$;

alter schema public owner to anc_owner;
revoke all on schema public from public;
grant usage on schema public to anc_app;

alter default privileges for role anc_owner in schema public grant select, insert, update, delete on tables to anc_app;
alter default privileges for role anc_owner in schema public grant usage, select on sequences to anc_app;
grant select, insert, update, delete on all tables in schema public to anc_app;
grant usage, select on all sequences in schema public to anc_app;

-- Where these tables are made later, the migration that makes them takes the same away.
do $$
declare
    trail text;
begin
    foreach trail in array array['audit_event', 'audit_seal', 'audit_sealed'] loop
        if to_regclass(trail) is not null then
            execute format('revoke all on %I from anc_app', trail);
            execute format('grant select, insert on %I to anc_app', trail);
        end if;
    end loop;
end
$$;
