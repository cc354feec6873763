package io.vestibule.clip.decoder;

import io.vestibule.clip.wire.DecodeFault;
import io.vestibule.clip.wire.DecodeMessage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes the messages of the decoder process. Thread-safe: a message is never cut by another one.
final class MessageWriter {

    private final DataOutputStream out;
    private byte[] row = new byte[0];

    MessageWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    synchronized void opened(int width, int height, int turns, long micros) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(21);
        message.put(DecodeMessage.OPENED.tag())
                .putInt(width)
                .putInt(height)
                .putInt(turns)
                .putLong(micros);
        out.write(message.array());
    }

    /// @param pixels as [DecodeMessage#PICTURE] describes; all that remains of it is written
    synchronized void picture(long micros, ByteBuffer pixels) throws IOException {
        int length = pixels.remaining();
        if (row.length != length + 9) {
            row = new byte[length + 9];
        }
        ByteBuffer.wrap(row).put(DecodeMessage.PICTURE.tag()).putLong(micros).put(pixels);
        out.write(row);
    }

    synchronized void progress(long micros) throws IOException {
        out.write(ByteBuffer.allocate(9)
                .put(DecodeMessage.PROGRESS.tag())
                .putLong(micros)
                .array());
    }

    synchronized void end() throws IOException {
        out.writeByte(DecodeMessage.END.tag());
        out.flush();
    }

    synchronized void fault(DecodeFault fault, int number) throws IOException {
        out.writeByte(DecodeMessage.FAULT.tag());
        out.writeUTF(fault.name());
        out.writeInt(number);
        out.flush();
    }
}
