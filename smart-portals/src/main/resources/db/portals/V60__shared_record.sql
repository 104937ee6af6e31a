-- One row per link with which a woman shows her record; token as SHA-256, content sealed with a key that token and PIN make.
create table shared_record (
    token_hash varchar(64) primary key,
    patient varchar(80) not null,
    content text not null,
    expires_at timestamp with time zone not null,
    tries integer not null,
    opened integer not null,
    last_opened_at timestamp with time zone
);

create index shared_record_patient on shared_record (patient);

create index shared_record_expiry on shared_record (expires_at);
