-- How often the directory failed on a row of phn_feed while it heard what was told of another woman: a fault of the entry,
-- and no outage, which is in attempts alone.
alter table phn_feed add column faults int default 0 not null;
