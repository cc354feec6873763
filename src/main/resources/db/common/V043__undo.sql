-- Jobs of a change besides its own: those that it interrupted, which its undo adds again, and those that perform it.
create table change_job (
    change_id uuid not null references person_change (id) on delete cascade,
    job_id uuid not null,
    place integer not null,
    interrupted boolean not null,
    primary key (change_id, job_id)
);

insert into change_job (change_id, job_id, place, interrupted)
select id, job_id, 0, false from person_change where job_id is not null;

create index person_change_by_job on person_change (job_id);

-- Whether the other person had no user in the collection before: the undo deletes it again.
alter table person_change add column new_user boolean default false not null;

-- The hash of a photo that is hidden until it is erased. Its own column then holds the id of the photo instead, so
-- that the same photo can be saved again in the meantime.
alter table photo add column hidden_sha256 varchar(64);

update photo set hidden_sha256 = sha256, sha256 = cast(id as varchar(64))
where removed_at is not null or person_id in (select p.id from person p where p.removed_at is not null);

-- Photos of somebody else that were among those of a new person, whose duplicate search was deferred.
create table photo_again (
    person_id uuid not null references person (id) on delete cascade,
    photo_id uuid not null references photo (id) on delete cascade,
    primary key (person_id, photo_id)
);

create index photo_again_by_photo on photo_again (photo_id);

-- Users whose faces another program enrolled: they are found although no photo of them is stored.
alter table collection_user add column adopted boolean default false not null;

update collection_user set adopted = true where exists (select 1 from audit_entry a
    where a.subject = cast(collection_user.person_id as varchar(128)) and a.action = 'person.adopted');

-- Why the VMS refused to delete a rule, which is therefore in the list again.
alter table known_people_rule add column refusal_code varchar(100);
alter table known_people_rule add column refusal_args varchar(1000);
