-- One row per woman whose phone asks for her appointments by itself; the address's secret as SHA-256.
create table calendar_feed (
    token_hash varchar(64) primary key,
    patient varchar(80) not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    asked_at timestamp with time zone
);

create unique index calendar_feed_patient on calendar_feed (patient);
