package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line, as its user sees it. */
public record Run(int exitCode, String out, String err) {

    public static Run of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = new String[arguments.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = arguments[i].toString();
        }
        int code = SmartBlocks.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new Run(code, out.toString(), err.toString());
    }
}
