package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Shows on a terminal how far long work has come, and nothing in a pipe. */
final class Progress {

    private final PrintWriter err;
    private final String things;
    private final boolean shown;

    private Progress(PrintWriter err, String things, boolean shown) {
        this.err = err;
        this.things = things;
        this.shown = shown;
    }

    static Progress on(CommandSpec command, String things) {
        return new Progress(command.commandLine().getErr(), things, System.console() != null);
    }

    void reached(long done, long of) {
        if (shown) {
            err.printf("\r%,d of %,d %s", done, of, things);
            err.flush();
        }
    }

    /** Clears the line for what comes next. */
    void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
