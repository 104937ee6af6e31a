-- What is planned may be an appointment that she was given at a moment, or something that was written down as missed then.
alter table work_list_fact add column state varchar(8) check (state in ('booked', 'missed'));
alter table work_list_fact add column said_at timestamp with time zone;

-- When earlier appointments were given is not told: they are no new day after something missed.
update work_list_fact set state = 'booked' where kind = 'planned' and source like 'Appointment/%';
