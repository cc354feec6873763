-- Since when changes of the directory have to be asked for.
create table directory_sync (
    company_id varchar(36) primary key references company (id),
    -- Digest of the address and of what is asked: with another filter everybody is read again.
    fingerprint varchar(200) not null,
    synced_at timestamp with time zone not null
);

-- Since when somebody has been missing from the directory. They are removed after a period of grace.
create table directory_leaver (
    person_id uuid primary key references person (id) on delete cascade,
    company_id varchar(36) not null references company (id),
    since timestamp with time zone not null
);

create index directory_leaver_by_age on directory_leaver (company_id, since, person_id);
