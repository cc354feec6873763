package io.vestibule.cloud.aws;

/// Where the credentials come from. Nothing of them is kept here: at most the name of the place where they lie.
public sealed interface CredentialSource {

    /// A profile of the AWS configuration files of this machine, whatever kind it is.
    record NamedProfile(String name) implements CredentialSource {}

    /// A profile of the AWS configuration files whose credentials come by a login in the browser.
    record SingleSignOn(String name) implements CredentialSource {}

    /// `AWS_ACCESS_KEY_ID` and its companions.
    record Environment() implements CredentialSource {}

    /// The endpoint that the container's environment names.
    record Container() implements CredentialSource {}

    /// The metadata address of an EC2 instance, which is asked for this kind of access alone.
    record Instance() implements CredentialSource {}

    /// What a program prints, for example the signing helper of IAM Roles Anywhere.
    ///
    /// @param command as `credential_process` takes it
    record Program(String command) implements CredentialSource {}

    /// A role that somebody else may take.
    ///
    /// @param arn of the role
    /// @param externalId what the owner of the role asks for; empty for nothing
    /// @param name of the profile that may take it
    record Role(String arn, String externalId, String name) implements CredentialSource {}

    /// What the collection's record is kept under; names no secret.
    default String label() {
        return switch (this) {
            case NamedProfile named -> "aws profile " + named.name();
            case SingleSignOn login -> "aws profile " + login.name();
            case Environment _ -> "aws environment";
            case Container _ -> "aws container";
            case Instance _ -> "aws instance";
            case Program _ -> "aws process";
            case Role role -> "aws role " + role.arn();
        };
    }
}
