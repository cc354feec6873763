-- Which list named the person last: only that list tells who is missing from it. A digest, since a path may hold a name.
alter table person_key add column origin varchar(64);

create index person_key_by_origin on person_key (company_id, origin, external_key);
