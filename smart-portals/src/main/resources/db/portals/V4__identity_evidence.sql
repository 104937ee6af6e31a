-- One row per proof of who a mother is, under the SHA-256 of its handle; used once, or deleted after it expires.
create table identity_evidence (
    handle_hash varchar(64) primary key,
    provider varchar(100) not null,
    subject varchar(255) not null,
    verified text not null,
    asked text not null,
    granted text not null,
    declined text not null,
    acr varchar(200) not null,
    authenticated_at timestamp with time zone not null,
    asked_by varchar(200) not null,
    draft varchar(64) not null,
    expires_at timestamp with time zone not null,
    used_by varchar(200),
    used_at timestamp with time zone,
    id_token text not null,
    userinfo text not null
);

create index identity_evidence_expiry on identity_evidence (expires_at);
