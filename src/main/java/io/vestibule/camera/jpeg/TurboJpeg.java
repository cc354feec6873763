package io.vestibule.camera.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The four functions of libturbojpeg (its API since 1.2) that decoding needs.
final class TurboJpeg {

    private static final Logger LOG = LoggerFactory.getLogger(TurboJpeg.class);
    private static final List<String> NAMES = List.of("libturbojpeg.so.0", "libturbojpeg.dylib");
    private static final int BGRA = 8;

    private final MethodHandle create;
    private final MethodHandle decompress;
    private final MethodHandle errorCode;
    private final MethodHandle destroy;

    private TurboJpeg(SymbolLookup symbols) {
        var i = ValueLayout.JAVA_INT;
        var l = ValueLayout.JAVA_LONG;
        var p = ValueLayout.ADDRESS;
        Linker linker = Linker.nativeLinker();
        create = linker.downcallHandle(symbols.findOrThrow("tjInitDecompress"), FunctionDescriptor.of(p));
        // Writes directly into the frame's heap array; the garbage collector waits or pins it for some milliseconds.
        decompress = linker.downcallHandle(
                symbols.findOrThrow("tjDecompress2"),
                FunctionDescriptor.of(i, p, p, l, p, i, i, i, i, i),
                Linker.Option.critical(true));
        errorCode = linker.downcallHandle(symbols.findOrThrow("tjGetErrorCode"), FunctionDescriptor.of(i, p));
        destroy = linker.downcallHandle(symbols.findOrThrow("tjDestroy"), FunctionDescriptor.of(i, p));
    }

    static Optional<TurboJpeg> find() {
        for (String name : NAMES) {
            try {
                return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
                LOG.debug("There is no {}", name);
            }
        }
        return Optional.empty();
    }

    MemorySegment create() {
        try {
            return (MemorySegment) create.invokeExact();
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// @return whether pixels were decoded; small deviations from the standard are tolerated
    boolean decompress(MemorySegment handle, byte[] jpeg, int length, int width, int height, int[] argb) {
        try {
            int answer = (int) decompress.invokeExact(
                    handle,
                    MemorySegment.ofArray(jpeg),
                    (long) length,
                    MemorySegment.ofArray(argb),
                    width,
                    0,
                    height,
                    BGRA,
                    0);
            return answer == 0 || (int) errorCode.invokeExact(handle) == 0;
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    void destroy(MemorySegment handle) {
        try {
            int _ = (int) destroy.invokeExact(handle);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(Throwable e) {
        return new IllegalStateException("A call of libturbojpeg did not come to pass", e);
    }
}
