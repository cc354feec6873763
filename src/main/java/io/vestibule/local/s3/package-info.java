/// Amazon S3 for programs that upload a picture and then name it in a request to the embedded Rekognition: buckets, and
/// Put, Get, Head, List and Delete of objects, as the service answers them. Path-style addresses only.
///
/// Not offered, and refused with `NotImplemented`: uploads in several parts, copies, versions, tags, ACLs other than
/// private. Knows no HTTP server and no signatures: `local.wire` has both.
@NullMarked
package io.vestibule.local.s3;

import org.jspecify.annotations.NullMarked;
