-- The distinct words of the names of a company, each under the pieces by which it is found from its middle or with a
-- wrong letter.
create table name_piece (
    company_id varchar(36) not null,
    piece varchar(64) not null,
    word varchar(400) not null,
    primary key (company_id, piece, word)
);

-- Names are normalised in another way, so that everybody is indexed once more, in the background.
insert into person_unlisted (person_id)
select p.id from person p where p.removed_at is null
    and not exists (select 1 from person_unlisted u where u.person_id = p.id);
