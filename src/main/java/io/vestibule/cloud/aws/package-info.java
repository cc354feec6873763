/// Connection to AWS: the connection profile and its settings, the credentials that it names, clients with its proxy
/// and certificate authorities, and the bucket in S3. No secret key of AWS is ever requested or stored. Imports
/// `cloud`, `base` and `settings`.
@NullMarked
package io.vestibule.cloud.aws;

import org.jspecify.annotations.NullMarked;
