-- How many women a pass has worked out, as the other jobs that go through all of them count.
alter table indicator_progress add column worked_out bigint default 0 not null;
