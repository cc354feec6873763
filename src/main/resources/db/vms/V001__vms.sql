create table account (
    number integer primary key,
    licence_key varchar(100) not null unique,
    email varchar(254) not null unique,
    password varchar(100) not null
);

create table item (
    account integer not null references account (number),
    kind varchar(20) not null,
    id bigint not null,
    body varchar(1000000) not null,
    primary key (account, kind, id)
);

create sequence rule_number start with 140;
