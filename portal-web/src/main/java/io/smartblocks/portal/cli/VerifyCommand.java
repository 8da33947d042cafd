package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.cli.VerifiedSettlement.Result;
import io.smartblocks.runtime.run.Verification;
import io.smartblocks.runtime.run.VerifyingSettlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: computes committed settlements again from the blocks alone and compares the bytes. */
@Command(
        name = "verify",
        description = {
            "Compute committed settlements again from their evidence as of their blocks, and compare every byte.",
            "It reads the blocks alone, also beside a server, and changes nothing."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private SettlementsToVerify which = new SettlementsToVerify();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        which.requireChoice(spec);
        DataDirectory directory = data.existing();
        SettlementSignatures signatures = new SettlementSignatures();
        Progress reading = Progress.on(spec, "blocks");
        try (TablesOfBlocks tables = TablesOfBlocks.of(directory, signatures::take, reading::reached)) {
            reading.end();
            Report report = verify(tables.model(), signatures);
            if (json) {
                JsonReport.print(spec.commandLine().getOut(), report);
            } else {
                spec.commandLine().getErr().println(report.inWords());
            }
            return report.sound() == report.settlements().size() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private Report verify(ReadModel model, SettlementSignatures signatures) {
        VerifyingSettlement verifying = new VerifyingSettlement(model, new SettlementEngine());
        Progress progress = Progress.on(spec, "settlements");
        PrintWriter out = spec.commandLine().getOut();
        List<VerifiedSettlement> found = new ArrayList<>();
        which.in(model, page -> {
            List<Verification> verified = verifying.verifyAll(page);
            progress.end();
            for (int i = 0; i < page.size(); i++) {
                SettlementRecord record = page.get(i);
                VerifiedSettlement each = VerifiedSettlement.of(
                        record,
                        verified.get(i),
                        signatures.of(record.settlement().id()));
                found.add(each);
                if (!json) {
                    each.lines().forEach(out::println);
                }
            }
            progress.reached(found.size(), signatures.settlements());
        });
        progress.end();
        return Report.of(model.height(), found);
    }

    /** What {@code verify --json} prints. */
    record Report(
            long blocks,
            String engine,
            int sound,
            int different,
            int notVerified,
            int coSigned,
            List<VerifiedSettlement> settlements) {

        static Report of(long blocks, List<VerifiedSettlement> found) {
            return new Report(
                    blocks,
                    SettlementEngine.version(),
                    (int) found.stream().filter(VerifiedSettlement::sound).count(),
                    count(found, Result.DIFFERENT),
                    count(found, Result.NOT_VERIFIED),
                    (int) found.stream().filter(VerifiedSettlement::coSigned).count(),
                    List.copyOf(found));
        }

        private static int count(List<VerifiedSettlement> found, Result result) {
            return (int) found.stream().filter(each -> each.result() == result).count();
        }

        String inWords() {
            int unsigned = settlements.size() - sound - different - notVerified;
            return "%s in %s: %d the same, %d different, %d not verified%s; %d co-signed."
                    .formatted(
                            Count.of(settlements.size(), "settlement"),
                            Count.of(blocks, "block"),
                            sound,
                            different,
                            notVerified,
                            unsigned == 0 ? "" : ", %d the same but wrongly signed".formatted(unsigned),
                            coSigned);
        }
    }
}
