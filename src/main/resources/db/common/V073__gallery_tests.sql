-- What a gallery self-test measured: numbers only.
create table gallery_test (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    collection_id uuid not null references collection_ref (id) on delete cascade,
    ended_at timestamp with time zone not null,
    engine varchar(200) not null,
    people bigint not null,
    -- Thresholds in per cent, and the share of strangers who may match somebody.
    threshold real not null,
    tolerated double precision not null,
    -- Scores by their height: the best match of each face among other people, all such matches, and the own person.
    best varchar(8000) not null,
    others varchar(8000) not null,
    own varchar(8000) not null
);

create index gallery_test_by_company on gallery_test (company_id, ended_at desc, id desc);

-- Two people who are most alike.
create table gallery_pair (
    id uuid primary key,
    test_id uuid not null references gallery_test (id) on delete cascade,
    place integer not null,
    first_person uuid references person (id) on delete cascade,
    second_person uuid references person (id) on delete cascade,
    content varbinary(1000) not null,
    unique (test_id, place)
);

comment on column gallery_pair.content is 'sealed';

create index gallery_pair_by_first on gallery_pair (first_person);
create index gallery_pair_by_second on gallery_pair (second_person);
