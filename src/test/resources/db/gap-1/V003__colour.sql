alter table note add column colour varchar(10);
