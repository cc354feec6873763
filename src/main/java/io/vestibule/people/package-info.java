/// Companies, sites, people, their photos, thumbnails and legal basis, and how each stands in a face collection.
///
/// Sole owner of the tables `company`, `site`, `collection_ref`, `person`, `person_entry`, `person_unlisted`,
/// `person_site`, `legal_basis`, `photo`, `photo_outbox`, `thumbnail`, `collection_user`, `indexed_face`,
/// `look_alike`, `person_change`, `person_before`, `moved_photo` and `photo_vector`. Imports `photo`, `store`, `audit`,
/// `settings`, `base`.
@NullMarked
package io.vestibule.people;

import org.jspecify.annotations.NullMarked;
