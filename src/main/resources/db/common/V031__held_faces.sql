-- Faces that another user holds are looked for at every start, among millions that nobody else holds.
create index indexed_face_by_holder on indexed_face (collection_id, holder);
