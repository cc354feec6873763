package io.vestibule.cloud.aws;

/// Server-side encryption of S3.
public sealed interface Encryption {

    /// With keys that S3 manages.
    record S3Managed() implements Encryption {}

    /// With a KMS key of the account.
    ///
    /// @param key id, alias or ARN; empty for the account's default key for S3
    record KmsKey(String key) implements Encryption {}
}
