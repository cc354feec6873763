-- A sigma at the end of a word is searched as one within a word: capitals do not tell them apart.
insert into person_unlisted (person_id)
select p.id from person p where p.search_key like U&'%\03C2%' and p.removed_at is null
    and not exists (select 1 from person_unlisted u where u.person_id = p.id);

update person set search_key = replace(search_key, U&'\03C2', U&'\03C3') where search_key like U&'%\03C2%';
