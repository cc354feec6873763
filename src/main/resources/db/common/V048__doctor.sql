-- The last comparison of a company's records with its collection, its bucket and its rules.
create table collection_check (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    collection_id uuid not null references collection_ref (id),
    started_at timestamp with time zone not null,
    -- Empty while it runs, and for one that did not come to its end.
    ended_at timestamp with time zone,
    faces bigint not null,
    users bigint not null,
    files bigint not null,
    photos bigint not null,
    -- Problem codes of the sides that could not be read whole, each as side=code.
    unread varchar(500) not null
);

create index collection_check_by_company on collection_check (company_id, ended_at);

create table discrepancy (
    id uuid primary key,
    check_id uuid not null references collection_check (id) on delete cascade,
    kind varchar(40) not null,
    -- Id of the face, user, photo or rule, or key of the file.
    subject varchar(1024) not null,
    person_id uuid,
    photo_id uuid,
    holder varchar(128),
    state varchar(20) not null
);

create index discrepancy_by_kind on discrepancy (check_id, kind, id);
create index discrepancy_by_state on discrepancy (check_id, state);

-- Sorted pieces of a list that is too long for the memory; deleted at the end of the comparison.
create table sorted_piece (
    sort_id uuid not null,
    piece integer not null,
    part integer not null,
    bytes varbinary(4000000) not null,
    primary key (sort_id, piece, part)
);

-- The same bytes have the same image id: duplicates are found by it.
create index indexed_face_by_image on indexed_face (collection_id, image_id);
