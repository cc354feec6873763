-- What is left of people and photos in collections that were not in use when they were erased. There are no rows of
-- the person or the photo any more: these ids alone tell what is still to be erased there.
create table remains (
    id uuid primary key,
    collection_id uuid not null references collection_ref (id),
    user_id varchar(128) not null,
    whole boolean not null,
    noted_at timestamp with time zone not null
);

create index remains_by_collection on remains (collection_id);

create table remains_photo (
    remains_id uuid not null references remains (id) on delete cascade,
    photo_id uuid not null,
    face_id varchar(40),
    primary key (remains_id, photo_id)
);
