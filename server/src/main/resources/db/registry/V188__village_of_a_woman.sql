-- The village of a woman on record, as her address names it: the list of a midwife's mothers can be narrowed to it.
alter table match_person add column village varchar(200);

-- Of those who are entered already it is read from what is said of them; one that was written with an escape comes with
-- the next change of her record.
update match_person
set village = substring(said, position('"locality":"' in said) + 12,
    position('"' in substring(said, position('"locality":"' in said) + 12)) - 1)
where position('"locality":"' in said) > 0
    and position('"' in substring(said, position('"locality":"' in said) + 12)) between 2 and 201
    and position('\' in said) = 0;
