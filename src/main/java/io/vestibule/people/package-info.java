/// Companies, sites, people, their photos, thumbnails and legal basis, and how each stands in a face collection.
///
/// Sole owner of the tables `company`, `site`, `collection_ref`, `person`, `person_entry`, `person_unlisted`, `person_site`,
/// `legal_basis`, `photo`, `photo_outbox`, `thumbnail`, `collection_user`, `indexed_face` and `look_alike`. Imports
/// `photo`, `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.people;

import org.jspecify.annotations.NullMarked;
