package io.smartblocks.dsl;

import io.smartblocks.dsl.diagnostic.Code;

/** In the small agreement {@code from} is replaced by {@code to}; this is then said, there, with that help. */
record DiagnosticRow(Code code, String from, String to, int line, int column, String message, String help) {

    static DiagnosticRow of(Code code, String from, String to, int line, int column, String message, String help) {
        return new DiagnosticRow(code, from, to, line, column, message, help);
    }

    /** The same fault at another place. */
    DiagnosticRow at(int otherLine, int otherColumn) {
        return new DiagnosticRow(code, from, to, otherLine, otherColumn, message, help);
    }

    @Override
    public String toString() {
        return code + " " + (to.length() > 60 ? to.substring(0, 60) : to);
    }
}
