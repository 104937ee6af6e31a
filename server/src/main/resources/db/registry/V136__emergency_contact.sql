-- In an emergency one contact may be written: which one it was.
alter table emergency_access add column contact varchar(80);
