package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.LedgerInUse;
import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.embedded.VerificationReport;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.LedgerDirectoryInUse;
import io.smartblocks.ledger.fabric.OtherChannel;
import io.smartblocks.ledger.fabric.Patience;
import io.smartblocks.ledger.fabric.Profile;
import io.smartblocks.ledger.fabric.ProfileProblem;
import io.smartblocks.ledger.fabric.migrate.Compared;
import io.smartblocks.ledger.fabric.migrate.Migration;
import io.smartblocks.ledger.fabric.migrate.MigrationRefused;
import io.smartblocks.ledger.fabric.migrate.MigrationReport;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.portal.LedgerMove;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code migrate}: brings a ledger of one machine onto a channel of Fabric, and proves that both say the same. */
@Command(
        name = "migrate",
        description = {
            "Bring the ledger of a data directory onto a channel of Hyperledger Fabric on which nothing stands yet: every",
            "block as it was signed, which each peer checks and decides again. Then both are compared, and the directory",
            "belongs to the ledger on the channel; what it was is kept beside. Broken off, it goes on where it was; run",
            "again when it is done, it compares again."
        })
final class MigrateCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "smartblocks-data",
            description = "The data directory, which no portal uses now; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("smartblocks-data");

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            required = true,
            description = "How the channel is reached, and as whom.")
    private Path profile = Path.of("");

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what was compared there too, as JSON, for those who keep the proof.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LedgerMove move = new LedgerMove(data);
        if (!move.hasLedger()) {
            throw new InputRefused(
                    "There is no ledger of this machine in '%s' that could be brought onto a channel; name one with --data."
                            .formatted(data));
        }
        Profile channel = read();
        if (!move.isDone()) {
            requireSound(move.files());
        }
        MigrationReport found = migrated(move, channel);
        if (found.proved()) {
            move.finish(profile);
        }
        report.ifPresent(file -> Texts.replace(file, CanonicalJson.write(found) + "\n"));
        tell(found, move);
        return found.proved() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private Profile read() {
        try {
            return Profile.read(profile);
        } catch (ProfileProblem wrong) {
            throw new InputRefused(wrong.getMessage() + ".", wrong);
        }
    }

    /** A ledger that is damaged or was written by other rules would stop half-way, on a channel that is then of no use. */
    private void requireSound(Path ledger) {
        Progress progress = Progress.on(spec, "MB checked");
        VerificationReport found = LedgerVerification.verify(
                ledger, (bytes, ofBytes) -> progress.reached(bytes / MEGABYTE, ofBytes / MEGABYTE));
        progress.end();
        if (!found.sound()) {
            throw new InputRefused(
                    "The ledger in '%s' is not sound, and nothing was brought onto the channel: %s. See 'smartblocks ledger verify --data %s'."
                            .formatted(ledger, found.problems().get(0).message(), data));
        }
    }

    private MigrationReport migrated(LedgerMove move, Profile channel) {
        Clock clock = Clock.systemUTC();
        try (Ledger before = move.open(clock);
                FabricLedger ledger = FabricLedger.open(channel, move.channel(), clock, Patience.USUAL)) {
            Shown shown = new Shown(before.height());
            MigrationReport found = Migration.run(before, ledger, channel.channel(), shown::reached);
            shown.progress.end();
            return found;
        } catch (MigrationRefused refused) {
            if (!move.isDone()) {
                move.forget();
            }
            throw new InputRefused("Nothing was brought onto the channel: " + refused.getMessage() + ".", refused);
        } catch (OtherChannel other) {
            throw new InputRefused(
                    other.getMessage()
                            + (move.isDone() ? "." : "; or remove that directory, if that channel is given up."),
                    other);
        } catch (LedgerDirectoryInUse | LedgerInUse inUse) {
            throw new InputRefused("'%s' is in use by another process; stop that one first.".formatted(data), inUse);
        } catch (LedgerUnavailable unavailable) {
            throw new InputRefused(
                    "The channel does not take the ledger: %s. What it took stays; run the same command again to go on."
                            .formatted(unavailable.getMessage()),
                    unavailable);
        } catch (LedgerDamaged damaged) {
            throw DataDirectory.refusal(data, damaged).orElseThrow(() -> damaged);
        }
    }

    /** Shows each step with the number of what is done. */
    private final class Shown {

        private final long height;
        private Progress progress = Progress.on(spec, "");
        private Optional<Migration.Step> step = Optional.empty();

        Shown(long height) {
            this.height = height;
        }

        void reached(Migration.Step next, long done) {
            if (step.filter(next::equals).isEmpty()) {
                progress.end();
                step = Optional.of(next);
                progress = Progress.on(spec, words(next));
            }
            progress.reached(done, Math.max(done, ofBlocks(next) ? height : done));
        }

        private static boolean ofBlocks(Migration.Step step) {
            return step != Migration.Step.COMPARING_STATES && step != Migration.Step.COMPARING_HISTORIES;
        }

        private static String words(Migration.Step step) {
            return switch (step) {
                case CHECKING -> "blocks looked at";
                case CARRYING -> "blocks brought onto the channel";
                case COMPARING_BLOCKS -> "blocks compared";
                case COMPARING_STATES -> "states compared";
                case COMPARING_HISTORIES -> "histories compared";
            };
        }
    }

    private void tell(MigrationReport found, LedgerMove move) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, found);
            return;
        }
        out.printf(
                "Ledger %s is on channel '%s': %s with %s, the last with the hash %s.%n",
                found.ledger(),
                found.channel(),
                Count.of(found.height(), "block"),
                Count.of(found.transactions(), "transaction"),
                found.lastBlock());
        tell("block", Optional.of(found.blocks()), out);
        tell("state", found.states(), out);
        tell("history", found.histories(), out);
        if (found.proved()) {
            out.printf(
                    "The ledger as it was is kept in '%s'. Go on with: smartblocks serve --ledger fabric --profile %s --data %s%n",
                    move.kept(), profile, data);
        } else {
            out.printf("The two differ; '%s' stays with the ledger of this machine.%n", data);
        }
    }

    private static void tell(String what, Optional<Compared> compared, PrintWriter out) {
        if (compared.isEmpty()) {
            out.printf("  %-9s not compared: the ledger has gone on on the channel%n", what);
            return;
        }
        Compared found = compared.get();
        List<String> words = found.same()
                ? List.of("the same on both, " + found.now())
                : List.of(
                        "not the same: " + found.difference().orElse(""),
                        found.before() + " before",
                        found.now() + " now");
        out.printf("  %,d %s: %s%n", found.number(), plural(found.number(), what), String.join("; ", words));
    }

    private static String plural(long number, String what) {
        return number == 1 ? what : what.equals("history") ? "histories" : what + "s";
    }
}
