-- What was erased of a person, and what was found when every place was asked again. Ids only, and those that are needed for
-- asking only until nothing is found any more.
create table erasure_check (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    person_id uuid not null,
    user_id varchar(128),
    collection_ref_id uuid not null,
    collection_id varchar(255) not null,
    engine varchar(200) not null,
    operator_id uuid,
    removed_at timestamp with time zone not null,
    erased_at timestamp with time zone not null,
    asked_at timestamp with time zone,
    verified_at timestamp with time zone
);

create index erasure_check_by_time on erasure_check (company_id, erased_at desc, id desc);
create index erasure_check_by_person on erasure_check (person_id);
create index erasure_check_open on erasure_check (verified_at, erased_at);

create table erasure_place (
    check_id uuid not null references erasure_check (id) on delete cascade,
    place varchar(20) not null,
    count_before integer not null,
    count_after integer,
    primary key (check_id, place)
);

create table erasure_id (
    check_id uuid not null references erasure_check (id) on delete cascade,
    kind varchar(10) not null,
    id varchar(128) not null,
    primary key (check_id, kind, id)
);
