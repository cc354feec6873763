package io.vestibule.cloud.aws;

/// Where faces and photos are stored: on this computer, or on AWS with one kind of credentials.
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
