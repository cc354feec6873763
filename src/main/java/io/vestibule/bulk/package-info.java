/// Import of many people: a list with photos is read, checked without sending or storing anything at the service, and
/// enrolled through the same flow as at the reception desk.
///
/// Sole owner of the tables `person_key`, `import_mapping`, `import_run`, `import_row` and `import_face`. May import
/// `enrol`, `people`, `check`, `vision`, `photo`, `journal`, `store`, `audit`, `settings`, `base`.
@NullMarked
package io.vestibule.bulk;

import org.jspecify.annotations.NullMarked;
