alter table note add column size integer;
