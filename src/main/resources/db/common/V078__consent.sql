-- The company's own words that ask for consent: one row for each version of a site, kind of person and language. A draft has
-- the version 0. Without a site the text is for all sites that have none of their own.
create table consent_text (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    site_id uuid references site (id) on delete cascade,
    kind varchar(20) not null,
    language varchar(20) not null,
    version integer not null,
    words varchar(20000) not null,
    changed_at timestamp with time zone not null,
    operator_id uuid not null
);

create index consent_text_by_kind on consent_text (company_id, kind, language, version);

-- Each text as it was shown to somebody, with the names and figures of that time.
create table consent_wording (
    company_id varchar(36) not null references company (id),
    hash varchar(64) not null,
    version varchar(50) not null,
    language varchar(20) not null,
    words varchar(40000) not null,
    shown_at timestamp with time zone not null,
    primary key (company_id, hash)
);

-- What an answer was given to: the hash of the text, and sealed the signature and the name of a guardian.
create table consent_evidence (
    basis_id uuid primary key references legal_basis (id) on delete cascade,
    wording varchar(64) not null,
    detail varbinary(100000)
);

comment on column consent_evidence.detail is 'sealed';

-- How many people agreed, refused and withdrew in a month: these figures stay when the people are erased.
create table consent_count (
    company_id varchar(36) not null references company (id),
    first_of_month date not null,
    kind varchar(20) not null,
    answer varchar(20) not null,
    total integer not null,
    primary key (company_id, first_of_month, kind, answer)
);
