-- One row per seal over a batch of audit events: it carries the seal before it, so that none can be taken out.
create table audit_seal (
    number bigint primary key,
    sealed_at timestamp with time zone not null,
    events int not null,
    previous varchar(64) not null,
    seal varchar(64) not null
);

-- One row per audit event that is under a seal, with what the event was then.
create table audit_sealed (
    event varchar(36) primary key,
    seal bigint not null,
    fingerprint varchar(64) not null
);

create index audit_sealed_seal on audit_sealed (seal, event);
