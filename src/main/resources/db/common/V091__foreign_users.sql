-- The id that another program gave the user of a person who was adopted. Null for everybody else: their user has their external_id.
alter table person add column foreign_user varchar(128);

create unique index person_by_foreign_user on person (company_id, foreign_user);
