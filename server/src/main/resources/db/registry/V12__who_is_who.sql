-- One row of strong_key per thing that only one woman can have (a hash of her subject, a hash of her national ID number);
-- whoever registers her takes it first, so that of two registrations at once the second waits.
-- One row of national_id_hash per woman whose number is known: all that is kept of it.
-- One row of person_key per key under which a woman is looked for when somebody else may be her.
-- One row of active_pregnancy per woman in care: nobody has two open pregnancies.
create table strong_key (
    kind varchar(80) not null,
    val varchar(64) not null,
    patient varchar(80),
    primary key (kind, val)
);

create index strong_key_patient on strong_key (patient);

create table national_id_hash (
    patient varchar(80) primary key,
    whole varchar(64) not null,
    birth_part varchar(64) not null,
    serial_part varchar(64) not null,
    last_three varchar(3) not null
);

create index national_id_hash_whole on national_id_hash (whole);

create table person_key (
    kind varchar(10) not null,
    val varchar(64) not null,
    patient varchar(80) not null,
    primary key (kind, val, patient)
);

create index person_key_patient on person_key (patient);

create table active_pregnancy (
    patient varchar(80) primary key,
    pregnancy varchar(80) not null
);
