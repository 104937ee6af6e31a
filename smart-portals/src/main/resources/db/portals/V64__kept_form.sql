-- One row per browser in which staff signed in: whose it is, and what she typed when her session had ended, sealed with a key that only the cookie in her browser makes; token as SHA-256.
create table kept_form (
    token_hash varchar(64) primary key,
    owner varchar(80) not null,
    content text,
    expires_at timestamp with time zone not null
);

create index kept_form_expiry on kept_form (expires_at);
