-- One row per request that an operation answered, so that a repeat is told the same; the content's hash shows a reused id.
create table registry_request (
    caller varchar(100) not null,
    request_id varchar(64) not null,
    operation varchar(40) not null,
    content_hash varchar(64) not null,
    answer text,
    asked_at timestamp with time zone not null,
    primary key (caller, request_id)
);
