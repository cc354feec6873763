/// Companies, sites, people, their photos, thumbnails and legal basis, and their state in each face collection.
///
/// Sole owner of the tables `company`, `site`, `collection_ref`, `person`, `person_entry`, `person_newest`,
/// `person_unlisted`,
/// `name_piece`, `person_site`, `legal_basis`, `consent_evidence`, `consent_count`, `legal_hold`, `retention_note`,
/// `retention_due`, `moved_basis`, `photo`,
/// `photo_again`, `photo_outbox`, `thumbnail`,
/// `collection_user`,
/// `indexed_face`, `look_alike` and `photo_vector`; those of changes belong to `people.change`. May import
/// `photo`, `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.people;

import org.jspecify.annotations.NullMarked;
