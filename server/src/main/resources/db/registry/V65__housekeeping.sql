-- One row per job that tidies up: when it is due again. Whichever node moves that moment on is the one that does it.
create table housekeeping (
    job varchar(40) primary key,
    due_at timestamp with time zone not null
);
insert into housekeeping (job, due_at) values ('request-attempts', timestamp with time zone '2026-01-01 00:00:00+00:00');
create index request_attempt_begins on request_attempt (begins);
