-- One row per mother: the pregnancy that is looked after, and when she should come next. Made from what her record says.
create table work_list (
    patient varchar(80) primary key,
    pregnancy varchar(80) not null,
    -- The PHM area that looks after her.
    unit varchar(80) not null,
    status varchar(12) not null check (status in ('active', 'delivered')),
    -- The day from which she has been looked after: what is dated before it belongs to an earlier pregnancy.
    since date,
    edd date,
    last_contact date,
    -- The days on which her next contact is in time.
    opens date,
    closes date
);

create index work_list_unit on work_list (unit, status, closes);

-- One row per dated fact of a mother's record that tells when she should come next.
create table work_list_fact (
    -- The resource that says so, as CarePlan/12.
    source varchar(80) not null,
    patient varchar(80) not null,
    -- contact: she was seen; planned: she should come, or has an appointment; edd: when the child is expected.
    kind varchar(8) not null check (kind in ('contact', 'planned', 'edd')),
    opens date not null,
    closes date not null,
    noted timestamp with time zone not null
);

create index work_list_fact_source on work_list_fact (source);

create index work_list_fact_patient on work_list_fact (patient);

-- Mothers who were in care before there was this list; their dates come with their next contact.
insert into work_list (patient, pregnancy, unit, status)
select patient, min(source), min(unit), 'active' from care_relationship where reason = 'pregnancy' group by patient;
