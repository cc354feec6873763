/// The texts with which each company asks for consent: written, published, filled in from the running configuration,
/// and kept as they were shown. Sole owner of the tables `consent_text` and `consent_wording`. May import what
/// `privacy` may.
@NullMarked
package io.vestibule.privacy.consent;

import org.jspecify.annotations.NullMarked;
