-- By what else than months WHO breaks its indicators down: her age at registration, and the education that she said last.
alter table pregnancy_fact add column age_group varchar(10);

alter table pregnancy_fact add column education varchar(40);

-- What is on record already is worked out anew, from the first woman on.
delete from indicator_progress where finished_at is null;

update housekeeping set due_at = timestamp with time zone '2026-01-01 00:00:00+00:00' where job = 'indicator-facts';
