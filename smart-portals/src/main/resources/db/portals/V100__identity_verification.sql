-- One row per attempt to verify a mother who was registered without proof: by whom, whose record, and the evidence she gave meanwhile.
create table identity_verification (
    id varchar(36) primary key,
    owner varchar(80) not null,
    patient varchar(64) not null,
    speaks varchar(2) not null,
    evidence varchar(200),
    request_id varchar(36) not null unique,
    started_at timestamp with time zone not null
);

create index identity_verification_age on identity_verification (started_at);
