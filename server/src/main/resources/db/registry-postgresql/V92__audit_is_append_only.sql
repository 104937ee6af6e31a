-- The audit trail and its seals are only ever added to: PostgreSQL itself refuses everything else, whoever asks.
create function audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'The audit trail is append-only.'; end $$;

create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function audit_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function audit_is_append_only();
create trigger audit_sealed_append_only before update or delete on audit_sealed
    for each row execute function audit_is_append_only();
create trigger audit_sealed_no_truncate before truncate on audit_sealed
    for each statement execute function audit_is_append_only();
