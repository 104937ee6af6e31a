package org.ancregistry.sandbox.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few ASN.1 values that a certificate is made of, in their distinguished encoding (ITU-T X.690). */
final class Der {

    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, concatenated(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, concatenated(parts));
    }

    static byte[] integer(long value) {
        return tagged(0x02, BigInteger.valueOf(value).toByteArray());
    }

    static byte[] utf8(String text) {
        return tagged(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant instant) {
        return tagged(0x18, GENERALIZED_TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] bits(byte[] content) {
        return tagged(0x03, concatenated(new byte[] {0}, content));
    }

    static byte[] nothing() {
        return tagged(0x05, new byte[0]);
    }

    /** An object identifier, its content already encoded. */
    static byte[] oid(int... content) {
        var bytes = new byte[content.length];
        for (var i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return tagged(0x06, bytes);
    }

    /** A value that a context-specific tag wraps. */
    static byte[] explicit(int number, byte[] content) {
        return tagged(0xa0 + number, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        return concatenated(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] concatenated(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
