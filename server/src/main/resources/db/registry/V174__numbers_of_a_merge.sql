-- One row of record_merge_number per old number of the source that a merge led on to the target, whoever had put that number
-- out of use, so that exactly those come back.
create table record_merge_number (
    merge_id bigint not null references record_merge (id),
    phn varchar(20) not null,
    primary key (merge_id, phn)
);

insert into record_merge_number (merge_id, phn)
    select m.id, p.phn from record_merge m join issued_phn p on p.survivor = m.target
    where m.standing is not null and (m.phn is null or p.phn <> m.phn)
        and (p.replaced_of = m.source
            or p.phn in (select k.phn from record_merge k where k.target = m.source and k.standing is not null)
            or p.phn in (select f.phn from fed_number f where f.replaced_by = m.phn));

alter table issued_phn drop column replaced_of;
