package io.vestibule.bulk.directory;

import io.vestibule.base.Sha256;
import io.vestibule.bulk.BulkException;
import io.vestibule.bulk.BulkFailure;
import io.vestibule.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/// How a directory is read.
///
/// @param user empty to read it without an account
/// @param changed attribute with the time of the last change, if only what has changed is read
/// @param authorities PEM file with further certificate authorities
record DirectoryProfile(
        DirectoryAddress address,
        String user,
        String base,
        String filter,
        DirectoryAttributes attributes,
        Optional<String> changed,
        Optional<Path> authorities) {

    /// @throws BulkException `bulk.directory-unset`
    static DirectoryProfile of(Settings settings) {
        var address = DirectoryAddress.parse(settings.get(DirectoryKeys.ADDRESS))
                .orElseThrow(() -> new BulkException(new BulkFailure.DirectoryUnset()));
        var attributes = DirectoryAttributes.parse(settings.get(DirectoryKeys.ATTRIBUTES))
                .orElseThrow(() -> new BulkException(new BulkFailure.DirectoryUnset()));
        return new DirectoryProfile(
                address,
                settings.get(DirectoryKeys.USER),
                settings.get(DirectoryKeys.BASE),
                settings.get(DirectoryKeys.FILTER),
                attributes,
                Optional.of(settings.get(DirectoryKeys.CHANGED)).filter(name -> !name.isBlank()),
                Optional.of(settings.get(DirectoryKeys.AUTHORITIES))
                        .filter(file -> !file.isBlank())
                        .map(Path::of));
    }

    /// Identifies the query: the same for everybody who asks it.
    String digest() {
        return Sha256.hex(address + "\n" + base + "\n" + filter + "\n" + attributes.texts() + attributes.photos());
    }
}
