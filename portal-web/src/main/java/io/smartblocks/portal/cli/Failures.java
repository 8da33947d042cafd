package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.portal.series.SeriesRefused;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in words, and nothing of where in the program unless asked. */
record Failures(BooleanSupplier traceWanted) {

    /** How values of a type are written. */
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            int.class, "a whole number",
            LocalDate.class, "a day, such as 2026-10-01",
            Instant.class, "an instant, such as 2026-11-06T00:00:00Z",
            OffsetDateTime.class, "a time with Z or an offset, such as 2026-11-06T09:30:00Z");

    int wrongUsage(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + words(wrong));
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    private static String words(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return words(unmatched);
        }
        Optional<ArgSpec> argument = Optional.ofNullable(wrong.getArgSpec()).filter(any -> wrong.getValue() != null);
        return argument.map(of -> EXPECTED.get(of.auxiliaryTypes()[0]))
                .map(expected ->
                        "%s: '%s' is not %s.".formatted(name(argument.orElseThrow()), wrong.getValue(), expected))
                .orElseGet(wrong::getMessage);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String words(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String word = unmatched.getUnmatched().get(0);
        String name = command.getCommandSpec().qualifiedName();
        if (word.startsWith("-")) {
            return "'%s' has no option '%s'%s"
                    .formatted(
                            name,
                            word,
                            orNearest(
                                    word, command.getCommandSpec().optionsMap().keySet()));
        }
        return command.getSubcommands().isEmpty()
                ? "'%s' is one argument too many for '%s'.".formatted(word, name)
                : "'%s' has no command '%s'%s"
                        .formatted(
                                name,
                                word,
                                orNearest(word, command.getSubcommands().keySet()));
    }

    private static String orNearest(String word, Set<String> known) {
        return Nearest.to(word, known).map("; did you mean '%s'?"::formatted).orElse(".");
    }

    int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof InputRefused || failure instanceof SeriesRefused) {
            err.println("error: " + failure.getMessage());
            return ExitCode.REFUSED;
        }
        if (failure instanceof Unanswered unanswered) {
            err.println("error: " + failure.getMessage());
            traced(failure, err);
            return unanswered.exitCode();
        }
        err.println("error: " + words(failure));
        if (!traced(failure, err)) {
            err.println("This is a failure of the system, not of your input; --trace shows where.");
        }
        return ExitCode.FAILED;
    }

    private boolean traced(Exception failure, PrintWriter err) {
        if (traceWanted.getAsBoolean()) {
            failure.printStackTrace(err);
        }
        return traceWanted.getAsBoolean();
    }

    private static String words(Throwable failure) {
        String own = Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
        return Optional.ofNullable(failure.getCause())
                .map(Throwable::getMessage)
                .filter(cause -> !own.contains(cause))
                .map(cause -> own + " (" + cause + ")")
                .orElse(own);
    }
}
