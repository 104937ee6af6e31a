-- One row per reason why a unit cares for a woman: a pregnancy in its area, a referral to it, a check-in there.
create table care_relationship (
    -- The resource that makes the relationship, as EpisodeOfCare/12.
    source varchar(80) not null,
    unit varchar(80) not null,
    patient varchar(80) not null,
    kind varchar(12) not null check (kind in ('pregnancy', 'referral', 'check-in')),
    -- It ends by itself at this moment; without one it ends when its source is closed.
    open_until timestamp with time zone,
    primary key (source, unit)
);

create index care_relationship_patient on care_relationship (patient, unit);

create index care_relationship_unit on care_relationship (unit, patient);
