package io.smartblocks.portal.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;
    static final int FAILED = 3;
    static final int UNKNOWN = 4;
    /** Not an exit code: the command has started something that goes on in its own threads. */
    static final int STILL_SERVING = -1;

    private ExitCode() {}
}
