package io.vestibule.cloud.aws;

/// What faces and photos are kept by: this machine, or AWS with credentials of some kind.
public enum CredentialKind {
    EMBEDDED,
    PROFILE,
    SSO,
    ENVIRONMENT,
    CONTAINER,
    INSTANCE,
    PROCESS,
    ROLE
}
