-- Whoever is not the owner of the audit trail may read it and add to it, and nothing else (docker/database-roles.sql).
do $$
declare
    one record;
begin
    for one in
        select distinct g.grantee, g.table_name
        from information_schema.role_table_grants g
        where g.table_schema = current_schema()
            and g.table_name in ('audit_event', 'audit_seal', 'audit_sealed')
            and g.grantee not in (current_user, 'PUBLIC')
    loop
        execute format('revoke all on %I from %I', one.table_name, one.grantee);
        execute format('grant select, insert on %I to %I', one.table_name, one.grantee);
    end loop;
end
$$;
