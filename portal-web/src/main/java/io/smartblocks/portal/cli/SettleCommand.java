package io.smartblocks.portal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code settle}: a dry run of one period on files; nothing is committed. */
@Command(name = "settle", description = "Settle one period from files; nothing is committed anywhere.")
final class SettleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The agreement (.esco).")
    private Path file = Path.of("");

    @Option(names = "--period", paramLabel = "DATE", required = true, description = "A day of the period: 2026-10-01.")
    private LocalDate day = LocalDate.EPOCH;

    @Option(names = "--of", paramLabel = "NAME", description = "Which period, if the agreement has several.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private DryRunOptions given = new DryRunOptions();

    @Option(names = "--json", description = "Print the statement as the canonical JSON that would be committed.")
    private boolean json;

    @Mixin
    private NamedTexts named = new NamedTexts();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SourceText text = named.complete(AgreementFiles.read(file));
        Agreement agreement = AgreementFiles.compile(text);
        if (agreement.head().kind() == Head.Kind.TEMPLATE) {
            throw new InputRefused("'%s' is a template; only a filled agreement can be settled.".formatted(file));
        }
        SettlementPeriod period = period(agreement);
        Case settled = new Case(agreement, period, given.evidence(text, agreement, period));
        return report(new SettlementEngine().settle(settled));
    }

    private SettlementPeriod period(Agreement agreement) {
        PeriodCalendar calendar = new PeriodCalendar(agreement);
        return calendar.containing(name(calendar.names()), day)
                .orElseThrow(() -> new InputRefused("%s lies in no period; the agreement is in force from %s to %s."
                        .formatted(
                                day,
                                agreement.settings().from(),
                                agreement.settings().to())));
    }

    private String name(List<String> names) {
        if (name.isEmpty() && names.size() > 1) {
            throw new InputRefused(
                    "Name the period with --of; the agreement has %s.".formatted(String.join(", ", names)));
        }
        String wanted = name.or(() -> names.stream().findFirst()).orElse("");
        if (!names.contains(wanted)) {
            throw new InputRefused("The agreement has no period '%s'; it has %s."
                    .formatted(wanted, names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return wanted;
    }

    private Integer report(Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        if (outcome instanceof Outcome.Settled settled) {
            if (json) {
                out.println(new String(settled.settlement().canonicalJson(), UTF_8));
            } else {
                new StatementText(out).print(settled.settlement().statement());
            }
            return ExitCode.DONE;
        }
        NotSettled reason = NotSettled.of(outcome);
        if (json) {
            JsonReport.print(out, reason);
        } else {
            out.println(reason.inWords());
            printReached(outcome);
        }
        return ExitCode.REFUSED;
    }

    /** What was reached before the agreement gave no result; values of a held period stand on readings that are missing. */
    private void printReached(Outcome outcome) {
        if (outcome instanceof Outcome.Refused) {
            new StatementText(spec.commandLine().getOut()).print(outcome.values());
        }
    }

    /** Why there is no statement. */
    record NotSettled(String outcome, List<String> reasons) {

        static NotSettled of(Outcome outcome) {
            if (outcome instanceof Outcome.Held held) {
                return new NotSettled("held", held.reasons());
            }
            Outcome.Refused refused = (Outcome.Refused) outcome;
            return new NotSettled("refused", List.of(refused.where() + ": " + refused.message()));
        }

        String inWords() {
            return "The settlement is " + outcome + ":\n  " + String.join("\n  ", reasons);
        }
    }
}
