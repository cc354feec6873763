package io.vestibule.store;

import java.io.IOException;

/// Is told what H2 does with a file, by the one thread that holds the lock of that file.
interface FileWatch {

    FileWatch NONE = new FileWatch() {};

    FileWatch READ_ONLY = new FileWatch() {
        @Override
        public boolean isReadOnly() {
            return true;
        }
    };

    default boolean isReadOnly() {
        return false;
    }

    default void opened(UninterruptibleFile file) {}

    /// Before bytes are read.
    ///
    /// @throws DamagedBlockException if they are not those that were written
    default void reading(long position, long length, BlockTags.Source source) throws IOException {}

    /// Before bytes are written.
    ///
    /// @throws IOException if that cannot be recorded; nothing is written then
    default void writing() throws IOException {}

    /// After some of the bytes may have been written, but not all.
    default void failed(long position, long length) {}

    default void written(long position, byte[] bytes, int offset, int length) {}

    /// Before the file is cut to this size.
    ///
    /// @throws IOException if that cannot be recorded; nothing is cut then
    default void truncating(long size) throws IOException {}

    default void closed(UninterruptibleFile file) {}
}
