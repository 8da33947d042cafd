package io.smartblocks.portal.energy.upload;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.portal.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Puts the days of a file on the ledger, batch by batch, and says what became of them. */
@Component
class Recording {

    private final Ledger ledger;
    private final Clock clock;
    private final Words say;

    Recording(Ledger ledger, Clock clock, Words say) {
        this.ledger = ledger;
        this.clock = clock;
        this.say = say;
    }

    /**
     * What became of a file, in words. Where it is not all on the ledger, the same file can be recorded again: what stands
     * is not recorded twice.
     *
     * @param all whether all of it stands on the ledger
     * @param some whether days of it were recorded all the same
     */
    record Outcome(boolean all, boolean some, String words) {
        static Outcome nothing(String words) {
            return new Outcome(false, false, words);
        }
    }

    /** Records the pages; with a reason also those that replace what stands. */
    Outcome record(String name, List<ReadingsPage> pages, Signer signer, String reason) {
        MeterGateway gateway = new MeterGateway(ledger, signer, clock);
        AtomicInteger before = new AtomicInteger(-1);
        AtomicInteger standing = new AtomicInteger();
        try {
            Forwarded outcome = reason.isEmpty()
                    ? gateway.submit(pages, (done, of) -> reached(before, standing, done))
                    : gateway.correct(pages, reason, (done, of) -> reached(before, standing, done));
            if (outcome instanceof Forwarded.Conflicts) {
                return Outcome.nothing(say.message("upload.reason.missing"));
            }
            if (outcome instanceof Forwarded.Refused refused) {
                return refused(refused, standing.get(), pages.size());
            }
            Forwarded.Stored stored = (Forwarded.Stored) outcome;
            return new Outcome(
                    true,
                    true,
                    say.message("upload.done", name, stored.recorded(), stored.corrected(), stored.already()));
        } catch (LedgerUnavailable e) {
            if (standing.get() <= before.get()) {
                return Outcome.nothing(say.message(e.outcomeUnknown() ? "act.unknown" : "act.unavailable"));
            }
            return new Outcome(
                    false,
                    true,
                    say.message(
                            e.outcomeUnknown() ? "upload.stopped.unknown" : "upload.stopped",
                            standing.get(),
                            pages.size()));
        }
    }

    private Outcome refused(Forwarded.Refused refused, int standing, int all) {
        String day = say.day(refused.day());
        return refused.stored() == 0
                ? Outcome.nothing(say.message("upload.refused", refused.meter().value(), day, refused.message()))
                : new Outcome(
                        false,
                        true,
                        say.message(
                                "upload.refused.partly",
                                refused.meter().value(),
                                day,
                                refused.message(),
                                standing,
                                all));
    }

    private static void reached(AtomicInteger before, AtomicInteger standing, int done) {
        before.compareAndSet(-1, done);
        standing.set(done);
    }
}
