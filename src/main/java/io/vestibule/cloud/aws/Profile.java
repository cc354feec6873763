package io.vestibule.cloud.aws;

/// All settings of a connection to AWS, without any AWS secret.
public record Profile(
        CredentialSource credentialSource, Endpoint endpoint, ProxySettings proxySettings, Storage storage) {}
