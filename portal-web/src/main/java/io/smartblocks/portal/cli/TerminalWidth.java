package io.smartblocks.portal.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** How many characters fit on a line: what {@code COLUMNS} says, else the terminal's width, else any number. */
final class TerminalWidth {

    private static final int LEAST = 40;

    private TerminalWidth() {}

    static int of(CommandSpec spec) {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(columns -> columns.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf)
                .or(() -> System.console() == null
                        ? Optional.empty()
                        : Optional.of(spec.usageMessage().autoWidth(true).width()))
                .map(columns -> Math.max(LEAST, columns))
                .orElse(Integer.MAX_VALUE);
    }
}
