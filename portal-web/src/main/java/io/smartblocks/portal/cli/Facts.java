package io.smartblocks.portal.cli;

import java.io.PrintWriter;

/** Prints what is known of one thing, a line for each fact, their names in one column. */
record Facts(PrintWriter out) {

    private static final int NAMES = 14;

    Facts print(String name, Object fact) {
        out.println((name + " ".repeat(Math.max(1, NAMES - name.length())) + fact).stripTrailing());
        return this;
    }
}
