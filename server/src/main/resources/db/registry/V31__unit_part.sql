-- One row per unit that lies within another, as a PHM area does within its MOH area.
create table unit_part (
    unit varchar(80) primary key,
    part_of varchar(80) not null
);

create index unit_part_whole on unit_part (part_of, unit);
