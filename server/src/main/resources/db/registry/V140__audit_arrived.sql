-- A row of the audit trail says also when it came into this table: what a killed node had read comes when it is started again.
alter table audit_event add column arrived timestamp with time zone default current_timestamp not null;

create index audit_event_arrived on audit_event (arrived);
