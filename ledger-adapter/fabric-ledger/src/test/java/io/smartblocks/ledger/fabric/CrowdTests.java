package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More calls at once than a peer answers, from several clients. */
@Timeout(600)
class CrowdTests {

    private static final int CLIENTS = 3;
    private static final int BATCHES = 12;

    @TempDir
    private Path directory;

    @Test
    void what_a_peer_turns_away_is_asked_again_until_all_is_committed_once() {
        try (StandIn network = StandIn.start()) {
            List<FabricLedger> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> open(network, "client" + client))
                    .toList();
            Campus.found(clients.get(0));
            List<Transaction> meters = IntStream.range(0, CLIENTS * BATCHES)
                    .mapToObj(meter -> Campus.meter("m" + meter))
                    .toList();

            network.faults().answerAtOnce(4);
            List<CompletableFuture<Submission>> outcomes = new ArrayList<>();
            for (int i = 0; i < meters.size(); i++) {
                outcomes.add(clients.get(i % CLIENTS).submit(Batch.of(meters.get(i))));
            }

            assertThat(outcomes).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Committed.class));
            assertThat(network.faults().turnedAway()).isPositive();
            FabricLedger last = clients.get(CLIENTS - 1);
            last.commit(Batch.of(Campus.meter("last")));
            assertThat(LongStream.range(0, last.height())
                            .boxed()
                            .flatMap(number -> last.block(number).orElseThrow().transactions().stream())
                            .map(Transaction::id)
                            .filter(id ->
                                    meters.stream().anyMatch(meter -> meter.id().equals(id))))
                    .doesNotHaveDuplicates()
                    .hasSize(meters.size());
            clients.forEach(FabricLedger::close);
        }
    }

    private FabricLedger open(StandIn network, String name) {
        Profile profile = Wallet.profile(network, network.esco().issue(name, "client"), directory.resolve(name), 0, 1);
        return FabricLedger.open(profile, directory.resolve(name + "-ledger"), Clock.systemUTC(), Wallet.SHORT);
    }
}
