package io.vestibule.camera.v4l2;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The six functions of the C library that a camera needs. Each returns the result of the call, or a negative error
/// number.
final class Libc {

    static final int EPERM = 1;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final int O_RDWR = 2;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final short POLLIN = 1;

    private final MethodHandle open;
    private final MethodHandle close;
    private final MethodHandle ioctl;
    private final MethodHandle poll;
    private final MethodHandle mmap;
    private final MethodHandle munmap;

    /// @param symbols the system's own, or those of an emulated device
    Libc(SymbolLookup symbols) {
        var i = ValueLayout.JAVA_INT;
        var l = ValueLayout.JAVA_LONG;
        var p = ValueLayout.ADDRESS;
        open = bind(symbols, "open", FunctionDescriptor.of(i, p, i), 2);
        close = bind(symbols, "close", FunctionDescriptor.of(i, i), 0);
        ioctl = bind(symbols, "ioctl", FunctionDescriptor.of(i, i, l, p), 2);
        poll = bind(symbols, "poll", FunctionDescriptor.of(i, p, l, i), 0);
        mmap = bind(symbols, "mmap", FunctionDescriptor.of(p, p, l, i, i, i, l), 0);
        munmap = bind(symbols, "munmap", FunctionDescriptor.of(i, p, l), 0);
    }

    private static MethodHandle bind(SymbolLookup symbols, String name, FunctionDescriptor type, int fixed) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address =
                symbols.find(name).orElseGet(() -> linker.defaultLookup().findOrThrow(name));
        Linker.Option errno = Linker.Option.captureCallState("errno");
        return fixed == 0
                ? linker.downcallHandle(address, type, errno)
                : linker.downcallHandle(address, type, errno, Linker.Option.firstVariadicArg(fixed));
    }

    /// Memory for the error number of the calls of one thread at a time.
    static MemorySegment state(Arena arena) {
        return arena.allocate(STATE);
    }

    int open(MemorySegment state, MemorySegment path) {
        try {
            return answer(state, (int) open.invokeExact(state, path, O_RDWR | O_NONBLOCK | O_CLOEXEC));
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    void close(MemorySegment state, int descriptor) {
        try {
            answer(state, (int) close.invokeExact(state, descriptor));
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    int ioctl(MemorySegment state, int descriptor, long request, MemorySegment argument) {
        try {
            int answer;
            do {
                answer = answer(state, (int) ioctl.invokeExact(state, descriptor, request, argument));
            } while (answer == -EINTR);
            return answer;
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// @param entry memory for a `struct pollfd`
    /// @return the events that occurred, 0 on a timeout
    int poll(MemorySegment state, MemorySegment entry, int descriptor, int millis) {
        entry.set(ValueLayout.JAVA_INT, 0, descriptor);
        entry.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        entry.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
        try {
            int answer = answer(state, (int) poll.invokeExact(state, entry, 1L, millis));
            return answer <= 0 ? answer : entry.get(ValueLayout.JAVA_SHORT, 6);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /// @return the mapped memory, or the null segment
    MemorySegment map(MemorySegment state, int descriptor, long length, long offset) {
        try {
            var where = (MemorySegment) mmap.invokeExact(
                    state, MemorySegment.NULL, length, PROT_READ_WRITE, MAP_SHARED, descriptor, offset);
            return where.address() == -1 ? MemorySegment.NULL : where.reinterpret(length);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    void unmap(MemorySegment state, MemorySegment memory) {
        try {
            answer(state, (int) munmap.invokeExact(state, memory, memory.byteSize()));
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static int answer(MemorySegment state, int returned) {
        return returned >= 0 ? returned : -state.get(ValueLayout.JAVA_INT, ERRNO);
    }

    private static IllegalStateException impossible(Throwable e) {
        return new IllegalStateException("A call of the C library did not come to pass", e);
    }
}
