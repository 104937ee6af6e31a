-- A row of care_relationship may also be there because a mother is being handed over to the area that she moves to.
alter table care_relationship add column reason varchar(12) default 'pregnancy' not null
    check (reason in ('pregnancy', 'referral', 'check-in', 'hand-over'));

update care_relationship set reason = kind;

alter table care_relationship drop column kind;
