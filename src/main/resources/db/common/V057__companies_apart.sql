-- Each job belongs to a company: that of its person, photo, rule change or pending erasure.
alter table job add column company_id varchar(36);

update job j set company_id = (select p.company_id from person p where p.id in
    (select cast(s.subject as uuid) from step s where s.job_id = j.id and s.subject like '________-____-____-____-____________') fetch first 1 row only);

update job j set company_id = (select p.company_id from photo p where p.id in
    (select cast(s.subject as uuid) from step s where s.job_id = j.id and s.subject like '________-____-____-____-____________') fetch first 1 row only)
where company_id is null;

update job j set company_id = (select f.company_id from rule_follow f where f.id in
    (select cast(s.subject as uuid) from step s where s.job_id = j.id and s.subject like '________-____-____-____-____________') fetch first 1 row only)
where company_id is null;

update job j set company_id = (select c.company_id from remains r join collection_ref c on c.id = r.collection_id
    where r.id in (select cast(s.subject as uuid) from step s where s.job_id = j.id and s.subject like '________-____-____-____-____________')
    fetch first 1 row only)
where company_id is null;

-- Ended jobs about people and photos that are erased: their company is known only if there is just one. Otherwise they
-- are shown to no company.
update job set company_id = (select max(id) from company)
where company_id is null and (select count(*) from company) = 1;

create index job_by_company_age on job (company_id, state, created_at desc, id desc);
create index job_by_company_change on job (company_id, state, changed_at desc, id desc);
drop index job_by_age;
drop index job_by_change;
