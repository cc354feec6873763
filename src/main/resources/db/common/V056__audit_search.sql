-- The log is read newest first, in pages: all of it, or the entries of one operator or of one action.
create index audit_entry_by_time on audit_entry (happened_at desc, place desc);
create index audit_entry_by_operator on audit_entry (operator_id, happened_at desc, place desc);
create index audit_entry_by_action on audit_entry (action, happened_at desc, place desc);
