package io.vestibule.local.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/// The checksums that SDKs send with an object, so that bytes which changed on their way are not stored.
final class ContentChecksum {

    private static final Map<String, Function<byte[], byte[]>> BY_HEADER = Map.of(
            "content-md5", bytes -> digest("MD5", bytes),
            "x-amz-checksum-sha1", bytes -> digest("SHA-1", bytes),
            "x-amz-checksum-sha256", bytes -> digest("SHA-256", bytes),
            "x-amz-checksum-crc32", bytes -> sum(new CRC32(), bytes),
            "x-amz-checksum-crc32c", bytes -> sum(new CRC32C(), bytes));

    private ContentChecksum() {}

    /// Verifies the checksums among the headers. CRC64NVME is accepted unverified: no library here computes it, and
    /// the signature covers the bytes as well.
    ///
    /// @throws S3Exception if one does not match
    static void verify(S3Request request) {
        BY_HEADER.forEach((header, sum) -> request.header(header).ifPresent(sent -> {
            if (!sent.equals(Base64.getEncoder().encodeToString(sum.apply(request.body())))) {
                throw S3Exception.badDigest();
            }
        }));
    }

    /// Hexadecimal MD5, which the service uses as the tag of an object.
    static String etag(byte[] bytes) {
        return HexFormat.of().formatHex(digest("MD5", bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    private static byte[] sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        int value = (int) checksum.getValue();
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
