package io.vestibule.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts a stream of any length in blocks of 64 KiB, each with AES-256-GCM under its number and whether it is the
/// last one: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizar 2015). A block that was changed, moved,
/// repeated or cut off is detected before a byte of it is used.
///
/// The key is used for one stream only, so that the number of the block is a nonce.
final class BackupCipher {

    private static final int BLOCK = 64 * 1024;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final byte[] bound;

    /// @param key 32 bytes
    /// @param bound what the stream belongs to
    BackupCipher(byte[] key, byte[] bound) {
        this.key = new SecretKeySpec(key, "AES");
        this.bound = bound.clone();
    }

    private byte[] crypt(int mode, long number, boolean last, byte[] bytes, int length)
            throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE).putLong(2, number).put(NONCE - 1, (byte) (last ? 1 : 0));
        // A nonce has 2 bytes of zero, 8 of the number, 1 of zero, 1 for the last block.
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce.array()));
        cipher.updateAAD(bound);
        return cipher.doFinal(bytes, 0, length);
    }

    OutputStream encrypt(OutputStream target) {
        return new Encrypting(target);
    }

    InputStream decrypt(InputStream source) {
        return new Decrypting(source);
    }

    /// A block was changed, or the end is missing.
    static final class NotGenuine extends IOException {
        private static final long serialVersionUID = 1L;

        NotGenuine() {
            super("A block is not the one that was written");
        }
    }

    private final class Encrypting extends OutputStream {

        private final OutputStream target;
        private final byte[] block = new byte[BLOCK];
        private int filled;
        private long number;
        private boolean closed;

        private Encrypting(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            while (from < offset + length) {
                if (filled == BLOCK) {
                    flushBlock(false);
                }
                int taken = Math.min(BLOCK - filled, offset + length - from);
                System.arraycopy(bytes, from, block, filled, taken);
                filled += taken;
                from += taken;
            }
        }

        private void flushBlock(boolean last) throws IOException {
            try {
                target.write(crypt(Cipher.ENCRYPT_MODE, number, last, block, filled));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has AES-GCM", e);
            }
            number++;
            filled = 0;
        }

        /// The end of the stream, which is written on success only: call it never after a failure.
        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                flushBlock(true);
                target.flush();
            }
        }
    }

    private final class Decrypting extends InputStream {

        private final InputStream source;
        private byte[] ahead;
        private byte[] plain = new byte[0];
        private int at;
        private long number;
        private boolean begun;
        private boolean ended;

        private Decrypting(InputStream source) {
            this.source = source;
            this.ahead = new byte[0];
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (at == plain.length) {
                if (ended) {
                    return -1;
                }
                nextBlock();
            }
            int taken = Math.min(length, plain.length - at);
            System.arraycopy(plain, at, target, offset, taken);
            at += taken;
            return taken;
        }

        private void nextBlock() throws IOException {
            var sealed = begun ? ahead : source.readNBytes(BLOCK + TAG);
            begun = true;
            ahead = sealed.length < BLOCK + TAG ? new byte[0] : source.readNBytes(BLOCK + TAG);
            ended = ahead.length == 0;
            try {
                plain = crypt(Cipher.DECRYPT_MODE, number, ended, sealed, sealed.length);
            } catch (GeneralSecurityException _) {
                Arrays.fill(plain, (byte) 0);
                throw new NotGenuine();
            }
            number++;
            at = 0;
        }
    }
}
