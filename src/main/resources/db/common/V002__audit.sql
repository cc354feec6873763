create table operator (
    id uuid primary key,
    name varchar(200) not null,
    role varchar(20) not null,
    active boolean not null,
    created_at timestamp with time zone not null,
    signed_in_at timestamp with time zone,
    version integer not null
);

create table audit_entry (
    place bigint primary key,
    happened_at timestamp with time zone not null,
    operator_id uuid,
    action varchar(100) not null,
    subject varchar(128) not null,
    hash varchar(64) not null
);

create table audit_head (
    id integer primary key,
    place bigint not null,
    hash varchar(64) not null
);

insert into audit_head (id, place, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
