/// Analysis of a single photo beyond what enrolment needs: faces with landmarks, pose and quality; whether a person
/// is the one on the document; on Amazon Rekognition also coverings of the face, text, objects, and content that
/// should not be shown. Each check is switched on separately. Stores nothing of a picture; owns no table. Imports
/// `cloud`, `photo`.
@NullMarked
package io.vestibule.inspect;

import org.jspecify.annotations.NullMarked;
