package io.vestibule.cloud.aws;

/// Everything that a connection to AWS needs, and no secret of AWS.
public record Profile(
        CredentialSource credentialSource, Endpoint endpoint, ProxySettings proxySettings, Storage storage) {}
