-- One row per time that a doctor opened a record in an emergency: whose, why and until when. It ends by itself.
create table emergency_access (
    id varchar(36) primary key,
    practitioner varchar(80) not null,
    patient varchar(80) not null,
    reason varchar(500) not null,
    opened_at timestamp with time zone not null,
    open_until timestamp with time zone not null
);

create index emergency_access_practitioner on emergency_access (practitioner, patient, open_until);

create index emergency_access_patient on emergency_access (patient, opened_at);
