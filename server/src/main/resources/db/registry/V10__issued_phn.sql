-- One row of issued_phn per PHN that this registry reserved, issued, bound or retired; its key makes a number unique for ever.
-- One row of phn_holder per person who holds a number; its two keys let nobody hold two and no two hold one.
create table issued_phn (
    phn varchar(20) primary key,
    state varchar(10) not null check (state in ('reserved', 'issued', 'retired')),
    request_id varchar(200) not null,
    issued_at timestamp with time zone not null
);

create index issued_phn_request on issued_phn (request_id);

create table phn_holder (
    patient varchar(80) primary key,
    phn varchar(20) not null unique references issued_phn (phn)
);
