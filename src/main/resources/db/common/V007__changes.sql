-- Changes of people that can still be taken back, with what was there before. Forgotten soon after that time.
create table person_change (
    id uuid primary key,
    deed varchar(20) not null,
    person_id uuid not null references person (id) on delete cascade,
    other_id uuid references person (id) on delete cascade,
    photo_id uuid references photo (id) on delete cascade,
    job_id uuid,
    interrupted boolean not null,
    made_at timestamp with time zone not null,
    until_at timestamp with time zone not null
);

create index person_change_by_time on person_change (until_at);

-- What somebody's typed data were before the change.
create table person_before (
    change_id uuid primary key references person_change (id) on delete cascade,
    kind varchar(20) not null,
    name varchar(200) not null,
    email varchar(254) not null,
    phone varchar(50) not null,
    host varchar(200) not null,
    note varchar(2000) not null,
    expires_at timestamp with time zone,
    sites varchar(4000) not null
);

-- Photos that went to somebody else by a change.
create table moved_photo (
    change_id uuid not null references person_change (id) on delete cascade,
    photo_id uuid not null references photo (id) on delete cascade,
    place integer not null,
    associated boolean not null,
    primary key (change_id, photo_id)
);

-- Hidden from then on; gone when the journal is through with it.
alter table photo add column removed_at timestamp with time zone;

-- Somebody looked at a photo that resembles the others little, and left it so.
alter table photo add column accepted_at timestamp with time zone;

-- The face as this machine sees it, to compare the photos of one person.
create table photo_vector (
    photo_id uuid primary key references photo (id) on delete cascade,
    engine varchar(200) not null,
    vector varbinary(2048) not null
);

-- Whose the permission was before two people were made one.
alter table legal_basis add column merged_from uuid;
