package io.vestibule.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// Path scheme for a file that H2 opens as a [UninterruptibleFile]: `jdbc:h2:steady:` and the path. Public because H2
/// creates instances by reflection.
public final class UninterruptiblePath extends FilePathWrapper {

    static final String SCHEME = "steady";

    static void register() {
        FilePath.register(new UninterruptiblePath());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new UninterruptibleFile(getBase().toString(), mode);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
