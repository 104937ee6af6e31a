-- One row of match_person per woman on record who can be found when somebody else may be she: what her record says,
-- ready to be compared, and the version that it was taken from.
-- One row of match_key per key under which she is looked for (see BlockingKeys): few records share one.
-- One row of match_lock per stripe that a registration takes while it looks for the woman and writes her.
-- One row of match_word per word of names (n) or places (p) that several women have: how often it stands last, how often
-- elsewhere. One row of match_census says how many women were counted and when.
-- The keys take the place of person_key. Women who were on record before are entered by the job that mends the index.
create table match_person (
    person bigint primary key,
    patient varchar(80) not null,
    version bigint not null,
    area varchar(80),
    said varchar(8000) not null
);

create unique index match_person_patient on match_person (patient);

create table match_key (
    k bigint not null,
    person bigint not null,
    primary key (k, person)
);

create index match_key_person on match_key (person);

create table match_lock (
    stripe integer primary key
);

insert into match_lock (stripe)
select a.n * 256 + b.n * 16 + c.n
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) a(n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) b(n)
cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) c(n);

create table match_word (
    kind char(1) not null check (kind in ('n', 'p')),
    word varchar(200) not null,
    stands_last bigint not null,
    stands_before bigint not null,
    primary key (kind, word)
);

create table match_census (
    id integer primary key check (id = 1),
    women bigint not null,
    counted_at timestamp with time zone not null
);

create index national_id_hash_serial on national_id_hash (serial_part);

drop table person_key;
