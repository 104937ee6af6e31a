-- The day on which the pregnancy of a row of the work list ended; absent while it goes on.
alter table work_list add column ended date;

-- Whether somebody met her at that contact: writing down how a pregnancy ended is no contact, and its findings count.
alter table indicator_seen add column met boolean default true not null;
