package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A supply between two organisations, each with a peer of its own: proposed, signed by both, settled by the runtime of one,
 * computed again by that of the other, disputed, resolved and verified.
 */
@Timeout(900)
abstract class FabricStory {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String DISPUTES =
            "clause 2 \"Disputes\": Client may dispute a settlement within 20 working days after settlement.\n";

    @TempDir
    Path directory;

    FabricLedger esco;
    FabricLedger owner;
    SiteFixture site;
    private SupplyFixture supply;
    private ReadModel theirs;

    /** A network without a ledger yet. */
    abstract void startNetwork() throws Exception;

    abstract void stopNetwork() throws Exception;

    /** The ledger for a client of {@code esco} or {@code owner}. */
    abstract FabricLedger open(String organisation);

    @BeforeEach
    void start() throws Exception {
        startNetwork();
        esco = open("esco");
        owner = open("owner");
        site = new SiteFixture(esco, directory.resolve("site"), Clock.systemUTC());
        supply = new SupplyFixture(site, DISPUTES);
        theirs = ReadModel.open(directory.resolve("theirs"));
        theirs.follow(owner);
    }

    @AfterEach
    void stop() throws Exception {
        theirs.close();
        owner.close();
        site.close();
        stopNetwork();
    }

    @Test
    void two_organisations_settle_dispute_resolve_and_verify_and_all_hold_the_same() throws Exception {
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        assertThat(site.sweep().runAll().items())
                .filteredOn(item -> item.result() == SweepReport.Result.SETTLED)
                .hasSize(1);
        SettlementId first = settlement(0);

        site.coSigningOfClient(owner, theirs).run();
        assertThat(owner.states("verification/")).singleElement().satisfies(entry -> {
            VerificationState found = (VerificationState) entry.state();
            assertThat(found.coSigned()).isTrue();
            assertThat(found.verifiedBy()).isEqualTo(new MemberId("client"));
        });

        site.byClient(owner, new DisputeSettlement(first, List.of(), "the meter stood still on 5 January"));
        level();
        site.bySupplier(new ResolveDispute(first, new MemberId("client"), Verdict.UPHELD, "the meter was tested"));
        level();
        VerifyingSettlement verifying = new VerifyingSettlement(theirs, new SettlementEngine());
        assertThat(theirs.settlements().of(supply.id))
                .hasSize(1)
                .allSatisfy(record -> assertThat(verifying.verify(record)).isInstanceOf(Verification.Same.class));
        assertThat(theirs.checkpoint()).isEqualTo(site.model.checkpoint());
        assertThat(theirs.settlements().of(supply.id))
                .isEqualTo(site.model.settlements().of(supply.id));
        assertThat(told(theirs)).isEqualTo(told(elsewhere()));
    }

    @Test
    void a_replaced_reading_settles_the_month_again_and_the_other_organisation_computes_the_same() throws Exception {
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        site.sweep().runAll();
        level();
        site.coSigningOfClient(owner, theirs).run();
        site.corrected("IE-1", "2026-01-15", 11);
        level();

        SweepReport again = site.sweep().runAll();
        assertThat(again.items())
                .as("%s", again)
                .filteredOn(item -> item.result() == SweepReport.Result.CORRECTED)
                .singleElement()
                .satisfies(
                        item -> assertThat(item.message()).startsWith("revision 1, Client pays Supplier 4.80 EUR by "));

        level();
        site.coSigningOfClient(owner, theirs).run();
        level();
        assertThat(owner.states("verification/"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(((VerificationState) entry.state()).coSigned())
                        .isTrue());
        VerifyingSettlement verifying = new VerifyingSettlement(theirs, new SettlementEngine());
        assertThat(theirs.settlements().of(supply.id))
                .hasSize(2)
                .allSatisfy(record -> assertThat(verifying.verify(record)).isInstanceOf(Verification.Same.class));
        assertThat(theirs.settlements().of(supply.id))
                .isEqualTo(site.model.settlements().of(supply.id));
        assertThat(told(theirs)).isEqualTo(told(elsewhere()));
    }

    private SettlementId settlement(int revision) throws InterruptedException {
        level();
        return site.model.settlements().of(supply.id).stream()
                .map(record -> record.settlement().id())
                .filter(id -> id.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    /** Whoever committed something has seen it; now all have. */
    private void level() throws InterruptedException {
        long height = Math.max(esco.height(), owner.height());
        assertThat(site.model.awaitHeight(height, LONG)).isTrue();
        assertThat(theirs.awaitHeight(height, LONG)).isTrue();
    }

    /** What the settlements say, whatever the numbers of their blocks are. */
    private List<Object> told(ReadModel model) {
        List<Object> told = new ArrayList<>();
        for (SettlementRecord record : model.settlements().of(supply.id)) {
            told.add(record.settlement());
            told.add(record.documents());
            told.add(record.transaction());
            told.add(record.committedAt());
        }
        return told;
    }

    /** The same batches, decided again by another ledger at the times at which they were decided here. */
    private ReadModel elsewhere() {
        MovableClock clock = new MovableClock(Instant.EPOCH);
        MemoryLedger memory = new MemoryLedger(clock, Signer.of(new MemberId("node"), KeyPair.generate()));
        for (long number = 0; number < esco.height(); number++) {
            Block block = esco.block(number).orElseThrow();
            clock.set(block.header().time());
            if (block.batches().isEmpty()) {
                memory.makeEmptyBlock();
            }
            for (CommittedBatch batch : block.batches()) {
                assertThat(memory.commit(new Batch(batch.transactions()))).isInstanceOf(Submission.Committed.class);
            }
        }
        assertThat(states(memory)).isEqualTo(states(esco)).isEqualTo(states(owner));
        ReadModel model = ReadModel.open(directory.resolve("elsewhere"));
        model.catchUp(memory);
        return model;
    }

    private static List<StateEntry> states(Ledger ledger) {
        return ledger.standing("", "~", 100_000).stream()
                .map(standing -> new StateEntry(standing.key(), standing.state()))
                .toList();
    }
}
