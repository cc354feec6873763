package io.vestibule.local.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
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
            "x-amz-checksum-crc32c", bytes -> sum(new CRC32C(), bytes),
            "x-amz-checksum-crc64nvme", ContentChecksum::crc64);

    /// The polynomial of NVM Express, bits reversed.
    private static final long CRC64_NVME = 0x9A6C_9329_AC4B_C9B5L;

    private static final long[] CRC64 = LongStream.range(0, 256)
            .map(value -> {
                long sum = value;
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    sum = (sum & 1) == 0 ? sum >>> 1 : (sum >>> 1) ^ CRC64_NVME;
                }
                return sum;
            })
            .toArray();

    private ContentChecksum() {}

    /// Verifies the checksums among the headers.
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

    private static byte[] crc64(byte[] bytes) {
        long sum = -1;
        for (byte b : bytes) {
            sum = CRC64[(int) (sum ^ b) & 0xFF] ^ (sum >>> Byte.SIZE);
        }
        return ByteBuffer.allocate(Long.BYTES).putLong(~sum).array();
    }
}
