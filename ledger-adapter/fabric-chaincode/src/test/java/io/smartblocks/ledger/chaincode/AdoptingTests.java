package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Carried;
import io.smartblocks.ledger.peer.Found;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.MemoryLedger;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger of one machine is taken over as it was signed and decided, or not at all. */
class AdoptingTests {

    private static final String MSP = "EscoMSP";
    private static final Signer NODE = Signer.of(new MemberId("node"), KeyPair.generate());
    private static final Instant LATER = NOON.plus(Duration.ofDays(400));

    private final FakeFabric fabric = new FakeFabric(MSP);
    private final MovableClock clock = new MovableClock(NOON);
    private final MemoryLedger before = new MemoryLedger(clock, NODE);

    @BeforeEach
    void fill() {
        Campus.found(before);
        clock.set(NOON.plusSeconds(60));
        Campus.submit(before, Campus.meter("m1"), Campus.meter("m2"));
        Campus.submit(before, Campus.meter("m3"));
    }

    @Test
    void what_stood_stands_and_the_ledger_goes_on_a_year_later() {
        commit(adopt(whole(0), whole(1)));
        commit(adopt(whole(2)));
        assertThat(standing("meter/m3").state()).isPresent();
        assertThat(standing("ledger").state()).isEmpty();
        commit(end(block(2).hash()));

        assertThat(standing("ledger").state()).isEqualTo(before.state(StateKey.ledger()));
        Transaction old = block(1).transactions().get(1);
        Carried.By by = query(Functions.FIND, old.id().toString())
                .as(Carried.class)
                .by()
                .orElseThrow();
        assertThat(by.place()).isEqualTo(1);
        assertThat(submit(old)).isInstanceOf(Answer.Repeated.class);
        assertThat(submit(Campus.meter("m9"))).isEqualTo(new Answer.Taken(1));
        Adoption told = query(Functions.ADOPTION).as(Adoption.class);
        assertThat(told.ended()).isTrue();
        assertThat(told.blocks()).isEqualTo(3);
    }

    @Test
    void a_block_may_come_in_parts_and_each_call_says_how_far_it_is() {
        Block large = signed(block(2), List.of(batch(block(1)), batch(block(2))));
        Block first = block(0);
        Block joined = withNumber(large, 1, first.hash());
        commit(adopt(
                whole(0), new AdoptedPart(header(joined), 0, joined.batches().subList(0, 1), false)));

        Adoption told = query(Functions.ADOPTION).as(Adoption.class);
        assertThat(told.blocks()).isEqualTo(1);
        assertThat(told.batches()).isEqualTo(1);
        assertThat(told.ledger()).isEmpty();
        assertThat(told.open().orElseThrow().changes()).isEmpty();
        wrong(end(first.hash()), "but 1 blocks were taken over to their end");
        wrong(adopt(part(joined, 0, true)), "it is carried from batch 0 on; expected batch 1, the next");
        wrong(adopt(whole(1)), "block 1 was taken over in part; expected the rest");

        Campus.submit(before, Campus.meter("m4"));
        Block next = withNumber(block(3), 2, joined.hash());
        commit(adopt(new AdoptedPart(header(joined), 1, joined.batches().subList(1, 2), true), part(next, 0, true)));
        commit(end(next.hash()));
        assertThat(standing("meter/m3").state()).isPresent();
        assertThat(standing("meter/m4").state()).isPresent();
    }

    @Test
    void nothing_else_is_taken_before_the_end_and_nothing_more_behind_it() {
        commit(adopt(whole(0)));

        assertThat(submit(Campus.meter("m9")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ledger-not-founded"));
        Signer stranger = Signer.of(new MemberId("stranger"), KeyPair.generate());
        Transaction founding = Campus.sign(
                LedgerId.NONE,
                "found",
                new FoundLedger("Other", stranger.member(), "Stranger", stranger.publicKey()),
                stranger);
        assertThat(submit(founding))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.message()).contains("takes over a ledger of one machine"));
        wrong(end(block(1).hash()), "1 blocks were taken over to their end, the last with the hash " + block(0).hash());

        commit(end(block(0).hash()));
        wrong(adopt(whole(1)), "this ledger was taken over already, with 1 blocks");
        wrong(end(block(0).hash()), "this ledger was taken over already");
    }

    @Test
    void where_a_ledger_was_founded_none_is_taken_over() {
        fabric.submit(MSP, NOON, Batch.of(Campus.founding(), Campus.operatorJoins()), 0);

        wrong(adopt(whole(0)), "a ledger was founded here already");
    }

    @Test
    void of_founding_and_taking_over_at_once_one_is_committed() {
        FakeCall founding = fabric.endorse(MSP, NOON, Batch.of(Campus.founding()), 0);
        FakeCall taking = adopt(whole(0));
        fabric.commit(founding);

        assertThat(fabric.channel().commit(taking, MSP)).isEqualTo(FakeChannel.Validity.MVCC_READ_CONFLICT);
    }

    @Test
    void what_the_signed_chain_or_the_rules_do_not_say_is_refused() {
        wrong(adopt(whole(1)), "expected block 0, the next");
        commit(adopt(whole(0)));
        wrong(adopt(whole(0)), "expected block 1, the next");
        wrong(adopt(whole(2)), "expected block 1, the next");

        Block next = block(1);
        Signer other = Signer.of(new MemberId("node"), KeyPair.generate());
        wrong(adopt(part(signed(next, next.batches(), other), 0, true)), "signed with another key");
        wrong(adopt(part(withNumber(next, 1, Hash.of("another")), 0, true)), "as the block before, whose hash is");
        wrong(
                adopt(new AdoptedPart(new SignedHeader(next.header(), block(2).signature()), 0, next.batches(), true)),
                "its signature was not made with the key");
        CommittedBatch moved =
                new CommittedBatch(batch(next).transactions(), batch(block(2)).writes());
        wrong(adopt(new AdoptedPart(header(next), 0, List.of(moved), true)), "batch 0 writes something else");
        CommittedBatch fewer = new CommittedBatch(
                batch(next).transactions(), batch(next).writes().subList(0, 1));
        wrong(adopt(new AdoptedPart(header(next), 0, List.of(fewer), true)), "2 states here, 1 there");
        wrong(adopt(new AdoptedPart(header(next), 0, List.of(), true)), "its transactions have the root");
        CommittedBatch again = batch(block(0));
        wrong(adopt(part(signed(next, List.of(again)), 0, true)), "ledger-founded-already");
        Block twice = signed(next, List.of(batch(next), batch(next)));
        wrong(adopt(part(twice, 0, true)), "by the rules here");
        Block unsigned = new Block(
                new BlockHeader(
                        1,
                        next.header().time(),
                        block(0).hash(),
                        next.header().transactionsRoot(),
                        next.header().changesRoot(),
                        BlockHeader.ORDERERS,
                        BlockHeader.NO_KEY),
                BlockHeader.NO_SIGNATURE,
                next.batches());
        wrong(adopt(part(unsigned, 0, true)), "no member signed it");
        assertThat(query(Functions.ADOPTION).as(Adoption.class).blocks()).isEqualTo(1);
    }

    @Test
    void a_block_of_tomorrow_and_a_call_that_is_none_are_refused() {
        FakeCall early = fabric.call(
                MSP, NOON.minus(Duration.ofDays(1)), Functions.ADOPT, new AdoptedPart.Run(List.of(whole(0))).json());
        wrong(early, "it was made at 2026-11-02T12:00:00Z, but the time is 2026-11-01T12:00:00Z here");
        wrong(query(Functions.ADOPT, "{\"parts\":[]}"), "a run holds at least one part of a block");
        wrong(query(Functions.ADOPT, "{"), "argument 1 of 'adopt'");
        wrong(query(Functions.ADOPT, "x".repeat(PeerLimits.MOST_BYTES + 1)), "divide them over several calls");
        wrong(query(Functions.ADOPTED, "x"), "argument 1 of 'adopted'");
        wrong(query(Functions.ADOPTED, Hash.of("x").value()), "but 0 blocks were taken over");
        wrong(query(Functions.ADOPTION, "x"), "expected no argument");
    }

    private Block block(long number) {
        return before.block(number).orElseThrow();
    }

    private static CommittedBatch batch(Block block) {
        return block.batches().get(0);
    }

    private AdoptedPart whole(long number) {
        return part(block(number), 0, true);
    }

    private static AdoptedPart part(Block block, int first, boolean last) {
        return new AdoptedPart(header(block), first, block.batches(), last);
    }

    private static SignedHeader header(Block block) {
        return SignedHeader.of(block);
    }

    private static Block signed(Block like, List<CommittedBatch> batches) {
        return signed(like, batches, NODE);
    }

    private static Block signed(Block like, List<CommittedBatch> batches, Signer signer) {
        return made(like.number(), like.header().previousHash(), like.header().time(), batches, signer);
    }

    private static Block withNumber(Block like, long number, Hash previous) {
        return made(number, previous, like.header().time(), like.batches(), NODE);
    }

    private static Block made(long number, Hash previous, Instant time, List<CommittedBatch> batches, Signer signer) {
        BlockHeader header = new BlockHeader(
                number,
                time,
                previous,
                Block.transactionTree(batches).root(),
                Block.changeTree(batches).root(),
                signer.member(),
                signer.publicKey());
        String signature =
                Base64.getEncoder().encodeToString(signer.sign(header.hash().bytes()));
        return new Block(header, signature, batches);
    }

    private FakeCall adopt(AdoptedPart... parts) {
        return query(Functions.ADOPT, new AdoptedPart.Run(List.of(parts)).json());
    }

    private FakeCall end(Hash last) {
        return query(Functions.ADOPTED, last.value());
    }

    private void commit(FakeCall call) {
        assertThat(call.status()).as(call.message()).isEqualTo(200);
        fabric.commit(call);
    }

    private Answer submit(Transaction... transactions) {
        return fabric.submit(MSP, LATER, Batch.of(transactions), 9).answer();
    }

    private Found standing(String key) {
        return query(Functions.STATE, key).as(Found.class);
    }

    private FakeCall query(String function, String... arguments) {
        return fabric.call(MSP, LATER, function, arguments);
    }

    private static void wrong(FakeCall call, String message) {
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.message()).contains(message);
        assertThat(call.writes()).isEmpty();
    }
}
