-- A fed number leads to the record that its registry said last; where the register leads it elsewhere, a person merged here.
alter table fed_number add column leads_to varchar(80);

update fed_number set leads_to = patient where replaced_by is null;
update fed_number set leads_to = (select p.survivor from issued_phn p where p.phn = fed_number.phn)
    where replaced_by is not null;
