package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InclusionTests {

    private static final Signer SIGNER = Signer.of(new MemberId("ann"), KeyPair.generate());

    private final List<CommittedBatch> batches = List.of(batch("a", "b"), batch("c"));

    private final BlockHeader header = new BlockHeader(
            7,
            Instant.EPOCH,
            Hash.NONE,
            Block.transactionTree(batches).root(),
            Block.changeTree(batches).root(),
            SIGNER.member(),
            SIGNER.publicKey());

    @Test
    void who_holds_only_the_header_can_check_that_a_transaction_belongs_to_the_block() {
        InclusionPath path = Block.transactionTree(batches).pathOf(2);

        assertThat(path.leads(Block.transactionLeaves(batches).get(2), header.transactionsRoot()))
                .isTrue();
        assertThat(path.leads(Block.transactionLeaves(batches).get(1), header.transactionsRoot()))
                .isFalse();
    }

    @Test
    void who_holds_only_the_header_can_check_what_was_written() {
        InclusionPath path = Block.changeTree(batches).pathOf(1);

        assertThat(path.leads(Block.changeLeaves(batches).get(1), header.changesRoot()))
                .isTrue();
    }

    @Test
    void moving_a_transaction_to_another_batch_changes_the_root() {
        List<CommittedBatch> moved = List.of(batch("a"), batch("b", "c"));

        assertThat(Block.transactionTree(moved).root()).isNotEqualTo(header.transactionsRoot());
    }

    private static CommittedBatch batch(String... keys) {
        return new CommittedBatch(
                Stream.of(keys)
                        .map(key -> Transaction.sign(
                                LedgerId.NONE,
                                new RotateKey(SIGNER.member(), SIGNER.publicKey()),
                                new RequestKey(key),
                                Instant.EPOCH,
                                SIGNER))
                        .toList(),
                List.of(new StateEntry(
                        new StateKey(keys[0]), new LedgerState(LedgerId.NONE, keys[0], SIGNER.member()))));
    }
}
