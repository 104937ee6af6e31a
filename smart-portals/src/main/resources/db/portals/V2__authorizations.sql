-- One row per authorization that a person gave a client, or a client has itself: its code and its newest tokens, as SHA-256.
create table oauth2_authorization (
    id varchar(64) primary key,
    version int not null,
    client_id varchar(200) not null,
    person varchar(200) not null,
    grant_type varchar(100) not null,
    scopes text not null,
    request text,
    state_hash varchar(64),
    code_hash varchar(64),
    code_issued_at timestamp with time zone,
    code_expires_at timestamp with time zone,
    code_used boolean not null,
    access_token_id varchar(128),
    access_token_hash varchar(64),
    access_issued_at timestamp with time zone,
    access_expires_at timestamp with time zone,
    refresh_token_hash varchar(64),
    refresh_issued_at timestamp with time zone,
    refresh_expires_at timestamp with time zone,
    id_token_hash varchar(64),
    id_token_issued_at timestamp with time zone,
    id_token_expires_at timestamp with time zone,
    revoked boolean not null,
    expires_at timestamp with time zone not null
);

create unique index oauth2_authorization_state on oauth2_authorization (state_hash);
create unique index oauth2_authorization_code on oauth2_authorization (code_hash);
create unique index oauth2_authorization_access on oauth2_authorization (access_token_hash);
create unique index oauth2_authorization_refresh on oauth2_authorization (refresh_token_hash);
create index oauth2_authorization_id_token on oauth2_authorization (id_token_hash);
create index oauth2_authorization_token_id on oauth2_authorization (access_token_id);
create index oauth2_authorization_expiry on oauth2_authorization (expires_at);

-- One row per refresh token that was replaced by a newer one: who shows it again has it from somewhere else.
create table former_refresh_token (
    token_hash varchar(64) primary key,
    authorization_id varchar(64) not null references oauth2_authorization (id) on delete cascade,
    replaced_at timestamp with time zone not null
);

create index former_refresh_token_authorization on former_refresh_token (authorization_id);
