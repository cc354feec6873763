package io.vestibule.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Addresses of S3, and how they are written in a signature.
class S3TargetTest {

    private static S3Target parse(String address) throws RequestRejectedException {
        return S3Target.parse(URI.create("http://localhost" + address));
    }

    @Test
    void bucketKeyAndParametersAreDecoded() throws RequestRejectedException {
        assertThat(parse("/")).returns("", S3Target::bucket).returns("", S3Target::key);
        assertThat(parse("/photos")).returns("photos", S3Target::bucket).returns("", S3Target::key);
        assertThat(parse("/photos/a/b%20c+d%2Be%C3%A4"))
                .returns("photos", S3Target::bucket)
                .returns("a/b c+d+eä", S3Target::key);
        assertThat(parse("/photos?delete&prefix=a%2Fb&x=").query())
                .isEqualTo(Map.of("delete", "", "prefix", "a/b", "x", ""));
    }

    /// Whether a client encodes a character that need not be encoded makes no difference to the signature.
    @Test
    void theSignedFormIsTheSameHoweverItWasEncoded() throws RequestRejectedException {
        assertThat(parse("/b/!(x)%7E*").canonicalPath())
                .isEqualTo(parse("/b/%21%28x%29~%2A").canonicalPath())
                .isEqualTo("/b/%21%28x%29~%2A");
        assertThat(parse("/b?prefix=a/b&delimiter=%2f").canonicalQuery()).isEqualTo("delimiter=%2F&prefix=a%2Fb");
    }

    /// SDKs move headers into a presigned address, and with them the checksum of a body that they do not have yet.
    @Test
    void thePresignedParametersAreHeadersOrTheSignature() throws RequestRejectedException {
        var target = parse("/b/k?x-id=PutObject&x-amz-acl=private&x-amz-checksum-crc32=AAAAAA%3D%3D"
                + "&x-amz-checksum-sha1=c&X-Amz-Expires=60&X-Amz-Signature=s");
        assertThat(target.query()).containsOnlyKeys("x-id");
        assertThat(target.headers()).isEqualTo(Map.of("x-amz-acl", "private", "x-amz-checksum-sha1", "c"));
        assertThat(target.signature()).containsOnlyKeys("X-Amz-Expires", "X-Amz-Signature");
        assertThat(target.canonicalQuery()).contains("X-Amz-Expires").doesNotContain("X-Amz-Signature");
        assertThat(parse("/b/k?x-amz-acl=private").query()).containsOnlyKeys("x-amz-acl");
    }
}
