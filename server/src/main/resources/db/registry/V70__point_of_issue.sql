-- One row per point of issue, the four characters with which a facility's PHNs begin: no two facilities have the same.
create table point_of_issue (
    code varchar(20) primary key,
    facility varchar(80) not null
);

create index point_of_issue_facility on point_of_issue (facility);
