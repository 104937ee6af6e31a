-- One row per resource of a mother's record that says how much watching she needs: an assessment with its grade, or an open urgent finding.
create table work_list_risk (
    -- The resource that says so, as RiskAssessment/12 or DetectedIssue/13.
    source varchar(80) primary key,
    patient varchar(80) not null,
    -- The grade that counts: 0 not assessed, 1 low, 2 moderate, 3 high, 4 urgent; absent for an urgent finding.
    grade smallint,
    -- The day of the contact, where the registry is.
    said_on date not null,
    said_at timestamp with time zone not null,
    noted timestamp with time zone not null
);

create index work_list_risk_patient on work_list_risk (patient);

-- The newest grade, and how many urgent findings nobody has done anything about.
alter table work_list add column risk smallint;
alter table work_list add column alerts smallint default 0 not null;
