-- A row of indicator_mother may say to which earlier record of the same woman hers refers: what is counted there is not
-- counted here. A woman whose birth date is not known has a row when hers refers to another. The job that works out what
-- is counted enters those who are linked already.
alter table indicator_mother alter column born drop not null;
alter table indicator_mother add column refers_to varchar(80);
create index indicator_mother_refers on indicator_mother (refers_to);
update housekeeping set due_at = timestamp with time zone '2026-01-01 00:00:00+00:00' where job = 'indicator-facts';
