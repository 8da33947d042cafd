package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in words, and nothing of where in the program unless asked. */
record Failures(BooleanSupplier traceWanted) {

    int wrongUsage(ParameterException wrong, String... args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.WRONG_USAGE;
    }

    int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("error: " + words(failure));
        if (failure instanceof InputRefused) {
            return ExitCode.REFUSED;
        }
        if (traceWanted.getAsBoolean()) {
            failure.printStackTrace(err);
        } else {
            err.println("This is a failure of the system, not of your input; --trace shows where.");
        }
        return ExitCode.FAILED;
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
