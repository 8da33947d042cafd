package io.smartblocks.portal.cli;

import io.smartblocks.runtime.rules.RulePrinter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules}: what the rule engine runs, for those who check it. */
@Command(name = "rules", description = "Print the Drools rules of an agreement, each named by its clause.")
final class RulesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The agreement (.esco).")
    private Path file = Path.of("");

    @Mixin
    private Amendments amendments = new Amendments();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(RulePrinter.print(AgreementFiles.compile(amendments.complete(AgreementFiles.read(file))))
                        .stripTrailing());
        return ExitCode.DONE;
    }
}
