create table company (
    id varchar(36) primary key,
    name varchar(200) not null,
    external_face_collection_id varchar(255) unique,
    active boolean not null,
    created_at timestamp with time zone not null,
    version integer not null
);

create table site (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    name varchar(200) not null,
    vms_site_id varchar(200),
    version integer not null,
    unique (company_id, name)
);

create table collection_ref (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    external_id varchar(255) not null,
    engine varchar(100) not null,
    profile varchar(100) not null,
    region varchar(50) not null,
    model varchar(50) not null,
    unique (company_id, engine, profile, region)
);

create table person (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    external_id uuid not null unique,
    kind varchar(20) not null,
    name varchar(200) not null,
    search_key varchar(400) not null,
    email varchar(254) not null,
    phone varchar(50) not null,
    host varchar(200) not null,
    note varchar(2000) not null,
    sample boolean not null,
    expires_at timestamp with time zone,
    created_at timestamp with time zone not null,
    removed_at timestamp with time zone,
    version integer not null
);

create index person_by_name on person (company_id, search_key, id);
create index person_by_expiry on person (expires_at);

create table person_term (
    company_id varchar(36) not null,
    term varchar(200) not null,
    person_id uuid not null references person (id) on delete cascade,
    primary key (company_id, term, person_id)
);

create index person_term_by_person on person_term (person_id);

create table person_site (
    person_id uuid not null references person (id) on delete cascade,
    site_id uuid not null references site (id),
    primary key (person_id, site_id)
);

create table legal_basis (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    kind varchar(20) not null,
    text_version varchar(50),
    language varchar(20),
    method varchar(30),
    basis varchar(500),
    source varchar(500),
    review_on date,
    given_at timestamp with time zone not null,
    operator_id uuid not null
);

create index legal_basis_by_person on legal_basis (person_id, given_at);

create table photo (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    person_id uuid not null references person (id) on delete cascade,
    sha256 varchar(64) not null,
    width integer not null,
    height integer not null,
    place integer not null,
    flagged boolean not null,
    created_at timestamp with time zone not null,
    unique (company_id, sha256)
);

create index photo_by_person on photo (person_id, place);

create table photo_outbox (
    photo_id uuid primary key references photo (id) on delete cascade,
    bytes binary large object not null
);

create table thumbnail (
    photo_id uuid primary key references photo (id) on delete cascade,
    bytes varbinary(200000) not null
);

create table collection_user (
    person_id uuid not null references person (id) on delete cascade,
    collection_id uuid not null references collection_ref (id),
    user_id varchar(128) not null,
    status varchar(20) not null,
    changed_at timestamp with time zone not null,
    primary key (person_id, collection_id)
);

create index collection_user_by_user on collection_user (collection_id, user_id);

create table indexed_face (
    photo_id uuid not null references photo (id) on delete cascade,
    collection_id uuid not null references collection_ref (id),
    face_id varchar(40),
    image_id varchar(40),
    state varchar(20) not null,
    reasons varchar(500) not null,
    confidence real,
    holder varchar(128),
    model_version varchar(50),
    changed_at timestamp with time zone not null,
    primary key (photo_id, collection_id)
);

create index indexed_face_by_face on indexed_face (collection_id, face_id);

create table look_alike (
    one_id uuid not null references person (id) on delete cascade,
    other_id uuid not null references person (id) on delete cascade,
    operator_id uuid not null,
    decided_at timestamp with time zone not null,
    primary key (one_id, other_id)
);
