alter table person add column phone varchar(20) default '' not null;
update person set phone = '1';
