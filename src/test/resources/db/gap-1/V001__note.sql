create table note (id integer primary key, words varchar(100));
