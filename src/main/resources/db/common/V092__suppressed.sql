-- By what an erased person would be known again if a list, a collection or a copy brought them back. Keyed hashes only: without the
-- key of the data folder a row tells nothing about anybody.
create table suppressed (
    company_id varchar(36) not null references company (id),
    trait varchar(10) not null,
    fingerprint varchar(64) not null,
    erased_at timestamp with time zone not null,
    row_mac varbinary(16),
    primary key (company_id, trait, fingerprint)
);
