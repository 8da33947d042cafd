package io.smartblocks.ledger.meter.edge;

import java.io.IOException;
import java.nio.file.Path;

/** The real disk until the machine stops, before or after one of the steps. */
final class StoppingFolder implements FolderDisk {

    private final int stopAt;
    private int reached;

    StoppingFolder(int stopAt) {
        this.stopAt = stopAt;
    }

    /** The machine stopped. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(Path file, String text) throws IOException {
        pass();
        FolderDisk.super.write(file, text.substring(0, text.length() / 2));
        pass();
        FolderDisk.super.write(file, text);
        pass();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        pass();
        FolderDisk.super.move(from, to);
        pass();
    }

    private void pass() {
        if (reached++ == stopAt) {
            throw new Stopped();
        }
    }
}
