package io.vestibule.cloud.aws;

/// How S3 encrypts what it keeps.
public sealed interface Encryption {

    /// With keys that S3 looks after.
    record S3Managed() implements Encryption {}

    /// With a key of the account.
    ///
    /// @param key id, alias or ARN; empty for the account's usual key for S3
    record KmsKey(String key) implements Encryption {}
}
