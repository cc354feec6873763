-- People in the order in which they were added, latest first: `place` is the time before 1970 in milliseconds. One row in
-- the company and at each of the person's sites, with the part of the first entry of the name.
create table person_newest (
    scope varchar(36) not null,
    part smallint not null,
    place bigint not null,
    person_id uuid not null,
    primary key (scope, part, place, person_id)
);

create index person_newest_by_person on person_newest (person_id);

-- After its index, which H2 would make a second time otherwise.
alter table person_newest add constraint person_newest_of foreign key (person_id) references person (id) on delete cascade;

insert into person_newest (scope, part, place, person_id)
select distinct e.scope, e.part, -cast(extract(epoch from p.created_at) * 1000 as bigint), p.id
from person_entry e join person p on p.id = e.person_id
where mod(e.part, 2) = 0;
