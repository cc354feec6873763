-- How the person stands in the collection in use, as last told: for lists and filters. Checked again when it is shown.
alter table person add column standing varchar(20) default 'SAVING' not null;

-- One entry for each word of the name, in the company and at each of the person's sites. An entry holds the whole name
-- turned round so that it begins with that word. `part` is kind, group of standing, and whether it is the first word.
-- So every question that can be typed and chosen is a walk along one piece of the key for each part.
create table person_entry (
    scope varchar(36) not null,
    part smallint not null,
    term varchar(400) not null,
    person_id uuid not null,
    primary key (scope, part, term, person_id)
);

create index person_entry_by_person on person_entry (person_id);

-- After its index, which H2 would make a second time otherwise.
alter table person_entry add constraint person_entry_of foreign key (person_id) references person (id) on delete cascade;

-- People from before this version, whose entries are still to be made.
create table person_unlisted (
    person_id uuid primary key references person (id) on delete cascade
);

insert into person_unlisted (person_id) select id from person where removed_at is null;

create index person_by_standing on person (standing, id);

drop table person_term;

-- The history of a person is read by the ids of the person and the photos.
create index audit_entry_by_subject on audit_entry (subject, place);
