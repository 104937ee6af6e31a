-- A row of indicator_seen says to which contact it was added, where it is no contact by itself. The number that a contact
-- carries tells none from another: two records that became one have two first contacts.
alter table indicator_seen add column part_of varchar(80);

-- What is on record already is worked out anew, from the first woman on.
delete from indicator_progress where finished_at is null;

update housekeeping set due_at = timestamp with time zone '2026-01-01 00:00:00+00:00' where job = 'indicator-facts';
