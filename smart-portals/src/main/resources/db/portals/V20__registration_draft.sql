-- One row per registration that a midwife began: what she entered so far, the evidence of who the mother is and, once it is done, the registry's answer in place of the entries.
create table registration_draft (
    id varchar(36) primary key,
    owner varchar(80) not null,
    entries text not null,
    evidence varchar(200),
    request_id varchar(36) not null unique,
    answer text,
    version integer not null,
    updated_at timestamp with time zone not null
);

create index registration_draft_of_owner on registration_draft (owner, updated_at);
