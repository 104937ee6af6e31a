-- One row per caller, operation and stretch of time: how often numbers were asked for that could be guessed.
create table request_attempt (
    caller varchar(100) not null,
    operation varchar(40) not null,
    begins timestamp with time zone not null,
    attempts integer not null,
    primary key (caller, operation, begins)
);
