-- Photos whose file on this computer was missing or damaged when it was checked last.
create table bad_photo_file (
    photo_id uuid primary key references photo (id) on delete cascade,
    state varchar(20) not null,
    found_at timestamp with time zone not null
);
