-- One row per app that an administrator registered on the page for apps; its definition is what the apps file would say.
create table registered_app (
    client_id varchar(100) primary key,
    definition text not null,
    registered_by varchar(200) not null,
    registered_at timestamp with time zone not null
);

-- One row per launch of an app from a page of ours: whose record it opens, for whom, once; the id is kept as SHA-256.
create table app_launch (
    id_hash varchar(64) primary key,
    client_id varchar(100) not null,
    person varchar(200) not null,
    patient varchar(80) not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);

create index app_launch_expiry on app_launch (expires_at);

-- One row per signed assertion with which an app proved itself, until it expires: who shows it again is refused.
create table used_assertion (
    id_hash varchar(64) primary key,
    expires_at timestamp with time zone not null
);

create index used_assertion_expiry on used_assertion (expires_at);

-- The woman whose record an authorization is about, when it is about one: Patient/…
alter table oauth2_authorization add column patient varchar(80);

create index oauth2_authorization_client on oauth2_authorization (client_id);
