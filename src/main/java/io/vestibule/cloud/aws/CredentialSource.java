package io.vestibule.cloud.aws;

/// The source of the credentials. The credentials themselves are not stored here: at most the name of their source.
public sealed interface CredentialSource {

    /// A profile of the AWS configuration files on this computer, of any kind.
    record NamedProfile(String name) implements CredentialSource {}

    /// A profile of the AWS configuration files with a browser login.
    record SingleSignOn(String name) implements CredentialSource {}

    /// `AWS_ACCESS_KEY_ID` and related environment variables.
    record Environment() implements CredentialSource {}

    /// The endpoint named by the container's environment.
    record Container() implements CredentialSource {}

    /// The metadata address of an EC2 instance, which is queried for this source only.
    record Instance() implements CredentialSource {}

    /// The output of a program, for example the signing helper of IAM Roles Anywhere.
    ///
    /// @param command in the format of `credential_process`
    record Program(String command) implements CredentialSource {}

    /// A role of another party to assume.
    ///
    /// @param arn ARN of the role
    /// @param externalId external id that the owner of the role requires; empty for none
    /// @param name of the profile that may assume it
    record Role(String arn, String externalId, String name) implements CredentialSource {}

    /// The label under which the collection's record is stored; contains no secret.
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
