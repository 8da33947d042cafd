package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A short chain: a founding, an operator who joins, seven meters under one signature, and one that moves. */
final class ChainFixture {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    final Signer node = Signer.of(new MemberId("node"), KeyPair.generate());
    final Signer registrar = Signer.of(new MemberId("registrar"), KeyPair.generate());
    final Signer operator = Signer.of(new MemberId("operator"), KeyPair.generate());
    final List<Block> blocks = new ArrayList<>();
    private final StateOverlay states = new StateOverlay(new NothingStands());

    ChainFixture() {
        commit(List.of(sign(
                "found",
                new FoundLedger("Campus", registrar.member(), "Registrar", registrar.publicKey()),
                registrar)));
        commit(List.of(sign(
                "join",
                new RegisterMember(
                        operator.member(),
                        "Operator Ltd",
                        operator.member(),
                        Set.of(Role.METER_OPERATOR),
                        operator.publicKey()),
                registrar)));
        commit(meters(7), List.of(sign("move", new AssignMeter(new MeterId("m3"), "Annexe"), operator)));
        commit(List.of(sign("again", new AssignMeter(new MeterId("m3"), "Quay"), operator)));
    }

    List<SignedHeader> headers() {
        return blocks.stream().map(SignedHeader::of).toList();
    }

    List<SignedHeader> headers(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> SignedHeader.of(blocks.get(number)))
                .toList();
    }

    Transaction transaction(int block, int place) {
        return blocks.get(block).transactions().get(place);
    }

    /** A proof of the transaction with the state that names its signer's key, written in block 1. */
    Proof proofOf(int block, int place) {
        ProvedIn in = ProvedIn.block(blocks.get(block));
        return Proof.of(
                in.transaction(transaction(block, place).id()).orElseThrow(),
                ProvedIn.block(blocks.get(1)).state(StateKey.member(operator.member())),
                headers(1, block));
    }

    HeaderRun run() {
        HeaderRun run = new HeaderRun(Set.of(0L, 1L, 2L, 3L));
        headers()
                .forEach(header -> run.take(header).ifPresent(problem -> {
                    throw new IllegalStateException(problem);
                }));
        return run;
    }

    private LedgerId id() {
        return blocks.isEmpty() ? LedgerId.NONE : LedgerId.of(transaction(0, 0));
    }

    private Transaction sign(String key, Payload payload, Signer signer) {
        return Transaction.sign(id(), payload, new RequestKey(key), NOON, signer);
    }

    private List<Transaction> meters(int count) {
        List<TransactionBody> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RegisterMeter meter = new RegisterMeter(
                    new MeterId("m" + i),
                    operator.member(),
                    "Zähler \"" + i + "\"",
                    "Campus",
                    "electricity",
                    "kWh",
                    Interval.ofMinutes(15),
                    ZoneId.of("Europe/Dublin"));
            bodies.add(new TransactionBody(id(), meter, operator.member(), new RequestKey("m" + i), NOON));
        }
        return Transaction.signAll(bodies, operator);
    }

    @SafeVarargs
    private void commit(List<Transaction>... batches) {
        Instant time = NOON.plusSeconds(60L * blocks.size());
        List<CommittedBatch> committed = new ArrayList<>();
        for (List<Transaction> batch : batches) {
            BatchDecision decision =
                    Families.decide(batch, states, new BlockLimits(blocks.size(), time), new SignatureMemo());
            List<StateEntry> writes = ((BatchDecision.Applied) decision).writes();
            states.write(writes);
            committed.add(new CommittedBatch(batch, writes));
        }
        Hash previous =
                blocks.isEmpty() ? Hash.NONE : blocks.get(blocks.size() - 1).hash();
        BlockHeader header = new BlockHeader(
                blocks.size(),
                time,
                previous,
                Block.transactionTree(committed).root(),
                Block.changeTree(committed).root(),
                node.member(),
                node.publicKey());
        blocks.add(new Block(
                header,
                Base64.getEncoder().encodeToString(node.sign(header.hash().bytes())),
                committed));
    }

    private static final class NothingStands implements StateView {

        @Override
        public Optional<State> state(StateKey key) {
            return Optional.empty();
        }

        @Override
        public List<StateEntry> states(String prefix) {
            return List.of();
        }
    }
}
