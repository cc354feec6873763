/// Amazon S3 for programs that upload a picture and then name it in a request to the embedded Rekognition: buckets, and
/// Put, Copy, Get, Head, List and Delete of objects, in one part or several, as the service answers them. Path-style
/// addresses only.
///
/// Not offered, and refused with `NotImplemented`: versions, tags, copies of a part, ACLs other than private. Knows no
/// HTTP server and no signatures: `local.wire` has both.
@NullMarked
package io.vestibule.local.s3;

import org.jspecify.annotations.NullMarked;
