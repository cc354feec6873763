-- What a document said when it was printed, to show what has changed since. Configuration and counts only.
create table printed_record (
    id uuid primary key,
    company_id varchar(36) not null references company (id),
    kind varchar(16) not null,
    site_id varchar(36) not null,
    language varchar(8) not null,
    printed_at timestamp with time zone not null,
    printed_by uuid not null,
    facts varchar(20000) not null,
    row_mac varbinary(16)
);

create index printed_record_by_time on printed_record (company_id, kind, site_id, printed_at);
