package io.vestibule.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageTest {

    @ParameterizedTest
    @CsvSource({"'',''", "reception,reception/", "reception/,reception/", "a/b,a/b/"})
    void aPrefixEndsWithASlashHoweverItWasWritten(String written, String used) {
        assertThat(Storage.isTypedPrefix(written)).isTrue();
        assertThat(new ProfileForm.StorageFields("photos", written, false, "").prefix())
                .isEqualTo(used);
        assertThat(new Storage("photos", used, new Encryption.S3Managed()).prefix())
                .isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({"/", "a//b", "../a", ".hidden", "a b"})
    void anythingElseIsNoPrefix(String written) {
        assertThat(Storage.isTypedPrefix(written)).isFalse();
    }
}
