/// Compares the records with the collection, the bucket and the rules, and brings them into agreement: what is
/// missing is sent again, what is left over is deleted, both only after it was looked at again.
///
/// Sole owner of the tables `collection_check`, `discrepancy`, `sorted_piece`, `gallery_test` and `gallery_pair`. May
/// import `rules`, `people`,
/// `cloud`, `journal`, `store`, `audit`, `settings` and `base`.
@NullMarked
package io.vestibule.doctor;

import org.jspecify.annotations.NullMarked;
