-- A row of work_list_fact about a date of delivery opens on the day on which that date was said, and closes on it. What is on
-- record already was said by the day on which it was noted.
update work_list_fact set opens = cast(noted as date) where kind = 'edd' and cast(noted as date) < closes;

-- The rows of women who are looked after, as their next contact would make them.
update work_list set edd = (
    select max(f.closes) from work_list_fact f
    where f.patient = work_list.patient and f.kind = 'edd'
        and (work_list.since is null or f.opens >= work_list.since)
        and not exists (
            select 1 from work_list_fact later
            where later.patient = f.patient and later.kind = 'edd' and later.noted > f.noted))
where status = 'active';
