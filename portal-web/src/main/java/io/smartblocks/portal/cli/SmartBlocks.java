package io.smartblocks.portal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.portal.words.Languages;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: one jar that checks, tests, settles and serves energy-service agreements. */
@Command(
        name = "smartblocks",
        description = "Energy-service agreements that settle themselves on a ledger both sides can check.",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            FormatCommand.class,
            TestCommand.class,
            RulesCommand.class,
            RenderCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            LspCommand.class,
            NewCommand.class,
            AmendCommand.class,
            CompleteCommand.class,
            SettleCommand.class,
            KeyCommand.class,
            MemberCommand.class,
            SiteCommand.class,
            MeterCommand.class,
            PredictionCommand.class,
            IndexCommand.class,
            BaselineCommand.class,
            AgreementCommand.class,
            FactCommand.class,
            AdjustmentCommand.class,
            EventCommand.class,
            DutyCommand.class,
            StatementCommand.class,
            SettlementCommand.class,
            InvoiceCommand.class,
            RunDueCommand.class,
            RunsCommand.class,
            LedgerCommand.class,
            MigrateCommand.class,
            AuditCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input was refused, or a check failed",
            "2:wrong usage",
            "3:the system failed",
            "4:the ledger did not say whether it took it"
        })
public final class SmartBlocks extends CommandGroup {

    // held here, or its level is forgotten with it
    private static final Logger SOCKETS = Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.TcpMetrics");

    @Option(
            names = "--trace",
            scope = ScopeType.INHERIT,
            description = "When the system fails, show where (for a report to the developers).")
    private boolean trace;

    SmartBlocks() {}

    /** Runs one command and ends the process with its exit code; {@code serve} lives on until it is stopped. */
    public static void main(String[] args) {
        // digits and words are those of the program, not of the machine
        Locale.setDefault(Languages.OF_FILES);
        if (!List.of(args).contains("serve")) {
            System.setProperty("logback.configurationFile", "logback-command-line.xml");
            // the same for a portal that a command starts in this process, whose log would stand in the report
            System.setProperty("logging.config", "classpath:logback-command-line.xml");
        }
        PrintWriter out = utf8(System.out);
        int code = commandLine(out, utf8(System.err)).execute(args);
        out.flush();
        if (code != ExitCode.STILL_SERVING) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        // it tells which sockets the machine has, on the way to a channel of Fabric
        SOCKETS.setLevel(Level.WARNING);
        SmartBlocks top = new SmartBlocks();
        Failures failures = new Failures(() -> top.trace);
        return new CommandLine(top)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
    }

    /** Agreements and units hold characters that the platform's own encoding may lack. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
    }
}
