-- One row per somebody whom a mother keeps out of her record: a person, a place, or a kind of reader.
create table kept_out (
    -- The Consent that says so, as Consent/12.
    source varchar(80) not null,
    patient varchar(80) not null,
    -- everybody: all but herself; others: all but the area that looks after her; programs: those that act for themselves;
    -- or one person or place, as Practitioner/12 or Organization/7.
    who varchar(80) not null,
    primary key (source, who)
);

create index kept_out_patient on kept_out (patient, who);
