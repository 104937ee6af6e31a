-- One row per bulk export that a program asked for: what of, and since when. It is good for a day.
create table bulk_export (
    id varchar(36) primary key,
    -- The program, the only one that may fetch it.
    client varchar(200) not null,
    -- What was asked, as an address.
    asked varchar(2000) not null,
    types varchar(1000) not null,
    since timestamp with time zone,
    begun_at timestamp with time zone not null
);

create index bulk_export_begun on bulk_export (begun_at);
