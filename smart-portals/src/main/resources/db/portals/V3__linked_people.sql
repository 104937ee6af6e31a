-- One row per person whom an identity provider knows: the only place where a subject and a record meet.
create table linked_person (
    provider varchar(100) not null,
    subject varchar(255) not null,
    person varchar(200) not null,
    linked_at timestamp with time zone not null,
    constraint linked_person_pk primary key (provider, subject),
    constraint linked_person_once unique (provider, person)
);

-- One row per change of a link, by ids only: it says who, when and by which code, never the subject.
create table person_link_event (
    id varchar(36) primary key,
    provider varchar(100) not null,
    person varchar(200) not null,
    act varchar(20) not null check (act in ('linked', 'unlinked')),
    reason varchar(200) not null,
    happened_at timestamp with time zone not null
);

create index person_link_event_person on person_link_event (person);

-- One row per code that lets a member of staff link herself once; kept as SHA-256. Without a person it makes an administrator.
create table link_code (
    code_hash varchar(64) primary key,
    person varchar(200),
    administrator_name text,
    issued_by varchar(200) not null,
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create index link_code_expiry on link_code (expires_at);

-- One row per wrong code that somebody typed, under the SHA-256 of her subject, so that guessing ends.
create table link_attempt (
    id varchar(36) primary key,
    subject_hash varchar(64) not null,
    attempted_at timestamp with time zone not null
);

create index link_attempt_subject on link_attempt (subject_hash, attempted_at);
