package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.run.CoSigningReport.Item;
import io.smartblocks.runtime.run.CoSigningReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes again what other parties' runtimes settled, and co-signs it or reports the first difference, which disputes it.
 *
 * <p>Each newest revision gets one answer for each organisation that this runtime acts for, however often and on however
 * many machines this runs: that is the ledger's doing.
 */
public final class CoSigning {

    private static final Logger LOG = System.getLogger(CoSigning.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final ReadModel model;
    private final VerifyingSettlement verifying;
    private final RuntimeSigners signers;
    private final Clock clock;
    private final String node;
    private final Findings findings;
    private final Map<MemberId, Long> answeredBefore = new HashMap<>();
    private final Map<SettlementId, Instant> putOff = new HashMap<>();

    public CoSigning(Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock) {
        this(ledger, model, engine, signers, clock, "");
    }

    /** With the name of this runtime among the nodes that share a read model. */
    public CoSigning(
            Ledger ledger, ReadModel model, SettlementEngine engine, RuntimeSigners signers, Clock clock, String node) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.model = requireNonNull(model, "read model");
        this.verifying = new VerifyingSettlement(model, requireNonNull(engine, "engine"));
        this.signers = requireNonNull(signers, "signers");
        this.clock = requireNonNull(clock, "clock");
        this.node = requireNonNull(node, "node");
        this.findings = new Findings(ledger, clock);
    }

    /** Answers to everything that waits; what cannot be verified is tried again a quarter of an hour later. */
    public synchronized CoSigningReport run() {
        Instant now = clock.instant();
        List<Item> items = new ArrayList<>();
        try {
            Waiting.forHeight(model, ledger.height());
            putOff.values().removeIf(until -> !until.isAfter(now));
            for (MemberId organisation : signers.organisations()) {
                signers.forAnyOf(List.of(organisation))
                        .ifPresent(signer -> items.addAll(answer(organisation, signer, now)));
            }
        } catch (RuntimeException e) {
            note(now, new CoSigningReport(items), Optional.of(Round.said(e)));
            throw e;
        }
        CoSigningReport report = new CoSigningReport(items);
        note(now, report, Optional.empty());
        return report;
    }

    /** That a round cannot be noted, as when the database is away, must not undo it. */
    private void note(Instant startedAt, CoSigningReport report, Optional<String> stopped) {
        if (report.isEmpty() && stopped.isEmpty()) {
            return;
        }
        try {
            model.runs().add(RunNote.of(node, startedAt, clock.instant(), report, stopped));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A round of co-signing could not be noted: " + e.getMessage());
        }
    }

    private List<Item> answer(MemberId organisation, Signer signer, Instant now) {
        List<Item> items = new ArrayList<>();
        long height = model.height();
        long open = height;
        long from = answeredBefore.getOrDefault(organisation, 0L);
        String behind = "";
        List<SettlementRecord> found = waiting(organisation, from, behind);
        while (!found.isEmpty()) {
            for (SettlementRecord unanswered : answer(organisation, signer, found, now, items)) {
                open = Math.min(open, unanswered.block());
            }
            SettlementRecord last = found.get(found.size() - 1);
            from = last.block();
            behind = last.transaction().toString();
            found = waiting(organisation, from, behind);
        }
        answeredBefore.put(organisation, open);
        return items;
    }

    private List<SettlementRecord> waiting(MemberId organisation, long from, String behind) {
        return model.verifications().waitingFor(organisation, SettlementEngine.version(), from, behind, AT_ONCE);
    }

    /** Answers to some, and tells which have no answer yet. */
    private List<SettlementRecord> answer(
            MemberId organisation, Signer signer, List<SettlementRecord> found, Instant now, List<Item> items) {
        List<SettlementRecord> unanswered = new ArrayList<>();
        List<SettlementRecord> tried = new ArrayList<>();
        found.forEach(record -> (putOff.containsKey(record.settlement().id()) ? unanswered : tried).add(record));
        List<Findings.Sent> sent = new ArrayList<>();
        List<Verification> verified = verifying.verifyAll(tried);
        for (int i = 0; i < tried.size(); i++) {
            sent.add(findings.send(organisation, signer, tried.get(i), verified.get(i)));
        }
        for (Findings.Sent each : sent) {
            Optional<Item> item = findings.end(each);
            item.ifPresent(items::add);
            item.map(Item::result)
                    .filter(result -> result == Result.NOT_VERIFIED || result == Result.FAILED)
                    .ifPresent(result -> {
                        unanswered.add(each.record());
                        if (result == Result.NOT_VERIFIED) {
                            putOff.put(each.record().settlement().id(), now.plus(PATIENCE));
                        }
                    });
        }
        return unanswered;
    }
}
