-- One row per act on one woman's record, or on none: who did what, when and why. Rows are only ever added.
create table audit_event (
    id varchar(36) primary key,
    recorded timestamp with time zone not null,
    action varchar(1) not null,
    outcome varchar(2) not null,
    agent varchar(100),
    role varchar(20),
    facility varchar(80),
    purpose varchar(20),
    patient varchar(80),
    request_id varchar(100) not null,
    -- The whole AuditEvent as FHIR JSON.
    resource text not null
);

create index audit_event_patient on audit_event (patient, recorded);

create index audit_event_recorded on audit_event (recorded);
