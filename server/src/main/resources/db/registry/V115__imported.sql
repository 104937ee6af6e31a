-- One row per thing that another system brought, by its own name for ever: a mother, one of her events, somebody who writes there.
create table imported (
    -- The client id under which the other system signs in.
    importer varchar(100) not null,
    -- mother/… , mother/…/event/… or user/…
    source varchar(200) not null,
    -- The Patient, Encounter or Practitioner here; absent only while the transaction that brings it first is running.
    reference varchar(80),
    -- A hash of what was sent, so that the same sent again changes nothing; empty where nothing depends on it.
    content varchar(64),
    brought_at timestamp with time zone not null,
    primary key (importer, source)
);
