package io.vestibule.clip.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What to decode. The login crosses the pipe and stands in no argument, environment or log.
///
/// @param live whether `address` is that of an RTSP camera; otherwise it is the path of a file
/// @param user empty for no login
/// @param framesPerSecond pictures wanted for each second of the recording, above 0; a camera may send fewer
/// @param limits what a hostile recording may cost
public record DecodeRequest(
        boolean live, String address, String user, String password, double framesPerSecond, DecodeLimits limits) {

    /// @param outputWidth,outputHeight pictures are scaled down to fit, never up
    /// @param pixels permitted in one picture before scaling
    /// @param seconds permitted length of a recording
    /// @param megabytes of memory that the decoder process may use
    public record DecodeLimits(int outputWidth, int outputHeight, long pixels, long seconds, int megabytes) {}

    @Override
    public String toString() {
        return live ? "Camera" : "Recording";
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeBoolean(live);
        out.writeUTF(address);
        out.writeUTF(user);
        out.writeUTF(password);
        out.writeDouble(framesPerSecond);
        out.writeInt(limits.outputWidth());
        out.writeInt(limits.outputHeight());
        out.writeLong(limits.pixels());
        out.writeLong(limits.seconds());
        out.writeInt(limits.megabytes());
        out.flush();
    }

    public static DecodeRequest read(DataInputStream in) throws IOException {
        return new DecodeRequest(
                in.readBoolean(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readDouble(),
                new DecodeLimits(in.readInt(), in.readInt(), in.readLong(), in.readLong(), in.readInt()));
    }
}
