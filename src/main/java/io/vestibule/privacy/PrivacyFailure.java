package io.vestibule.privacy;

import io.vestibule.base.Failure;

/// Why something of this room was not done.
public sealed interface PrivacyFailure extends Failure {

    /// @param reason name of the error of the file system
    @Code("privacy.file-not-written")
    record FileNotWritten(String reason) implements PrivacyFailure {}

    /// Something of the erased person is or may be left, so that there is no receipt.
    @Code("privacy.not-proven")
    record NotProven() implements PrivacyFailure {}

    /// The person was erased or hidden meanwhile.
    @Code("privacy.person-gone")
    record PersonGone() implements PrivacyFailure {}

    /// @param most characters
    @Code("privacy.text-too-long")
    record TextTooLong(int most) implements PrivacyFailure {}

    @Code("privacy.text-empty")
    record TextEmpty() implements PrivacyFailure {}

    /// @param written the word in braces, of a text that names nobody
    @Code("privacy.text-unknown-placeholder")
    record TextUnknownPlaceholder(String written) implements PrivacyFailure {}
}
