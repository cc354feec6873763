/// The way to AWS: the connection profile and where it is kept, the credentials that it names, clients over its proxy
/// and certificates, and the bucket in S3. No secret key of AWS is ever asked for or kept. Imports `cloud`, `base` and
/// `settings`.
@NullMarked
package io.vestibule.cloud.aws;

import org.jspecify.annotations.NullMarked;
