alter table person add column row_mac varbinary(16);
alter table picture alter column bytes set data type varbinary(1100);
comment on column picture.bytes is 'sealed';
comment on column pending.bytes is 'sealed';
