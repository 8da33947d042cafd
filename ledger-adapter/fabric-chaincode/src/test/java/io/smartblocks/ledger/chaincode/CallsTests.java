package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.chaincode.FakeChannel.Validity;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Carried;
import io.smartblocks.ledger.peer.Found;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.peer.Ready;
import io.smartblocks.ledger.peer.StateHistory;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the chaincode answers to each call, and what it does not. */
class CallsTests {

    private static final String MSP = "EscoMSP";

    private final FakeFabric fabric = Parties.members(MSP);

    @Test
    void a_request_happens_once_and_is_told_to_whoever_asks_again() {
        Transaction meter = Campus.meter("m1");
        FakeCall first = endorse(meter);
        fabric.commit(first);
        Transaction later = Transaction.sign(
                Campus.ID, meter.body().payload(), meter.body().requestKey(), NOON.plusSeconds(9), Campus.OPERATOR);

        for (Transaction again : List.of(meter, later)) {
            FakeCall call = endorse(again);
            assertThat(call.answer())
                    .isEqualTo(new Answer.Repeated(
                            List.of(first.id()), List.of(meter.id().toString())));
            assertThat(call.writes()).isEmpty();
        }
    }

    @Test
    void a_request_key_is_not_used_for_something_else_in_another_batch_twice_or_by_another() {
        Transaction meter = Campus.meter("m1");
        fabric.commit(endorse(meter));
        RequestKey key = meter.body().requestKey();
        Transaction other = Transaction.sign(Campus.ID, Campus.meterPayload("m2"), key, NOON, Campus.OPERATOR);
        Signer impostor = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());
        Transaction forged = Transaction.sign(Campus.ID, meter.body().payload(), key, NOON, impostor);

        refused(endorse(other), "request-key-used", 0);
        refused(endorse(Campus.meter("m3"), meter), "request-key-used", 1);
        refused(endorse(Campus.meter("m3"), Campus.meter("m3")), "transaction-repeated", 1);
        refused(endorse(forged), "signature-wrong", 0);
    }

    @Test
    void of_two_that_were_endorsed_for_one_request_the_first_is_committed() {
        FakeCall one = endorse(Campus.meter("m1"));
        FakeCall other = endorse(Campus.meter("m1"));
        fabric.commit(one);

        assertThat(fabric.channel().commit(other, MSP)).isEqualTo(Validity.MVCC_READ_CONFLICT);
        assertThat(endorse(Campus.meter("m1")).answer()).isInstanceOf(Answer.Repeated.class);
    }

    @Test
    void nothing_is_written_by_all_so_that_what_is_endorsed_at_once_is_committed_at_once() {
        Parties.agreement().forEach(step -> fabric.commit(endorse(step)));
        List<FakeCall> calls = new ArrayList<>();
        for (int month = 1; month <= 10; month++) {
            calls.add(endorse(Parties.settlement(month, 0)));
            calls.add(endorse(Campus.meter("m" + month)));
        }

        assertThat(calls)
                .allSatisfy(
                        call -> assertThat(fabric.channel().commit(call, MSP)).isEqualTo(Validity.VALID));
    }

    @Test
    void two_signatures_that_were_endorsed_at_once_are_committed_one_after_the_other() {
        fabric.commit(endorse(Parties.agreement().get(0)));
        FakeCall one = endorse(Parties.agreement().get(1));
        FakeCall other = endorse(Parties.agreement().get(2));
        fabric.commit(one);

        assertThat(fabric.channel().commit(other, MSP)).isEqualTo(Validity.MVCC_READ_CONFLICT);
        fabric.commit(endorse(Parties.agreement().get(2)));
    }

    @Test
    void a_batch_sees_what_it_wrote_itself() {
        FakeCall call = endorse(Campus.meter("m1"), move("m1", "Annexe"));
        fabric.commit(call);

        assertThat(((MeterState) state("meter/m1").state().orElseThrow()).site())
                .isEqualTo("Annexe");
    }

    @Test
    void each_key_is_asked_for_once_in_a_call() {
        Transaction[] meters = new Transaction[20];
        for (int i = 0; i < meters.length; i++) {
            meters[i] = Campus.meter("m" + i);
        }
        String transcript = endorse(meters).transcript();

        assertThat(transcript.split("read member/operator\n", -1)).hasSize(2);
        assertThat(transcript.split("read ledger\n", -1)).hasSize(2);
    }

    @Test
    void a_client_whose_clock_is_wrong_gets_no_endorsement() {
        MovableClock clock = new MovableClock(NOON);
        FamiliesChaincode chaincode = new FamiliesChaincode(clock);
        byte[][] call = {
            bytes(Functions.SUBMIT), bytes(Batch.of(Campus.meter("m1")).json()), bytes("9")
        };
        for (Duration away : List.of(PeerLimits.CLOCK_TOLERANCE, PeerLimits.CLOCK_TOLERANCE.negated())) {
            FakeCall near = fabric.channel().call(chaincode, "tx", MSP, NOON.plus(away), call);
            FakeCall far =
                    fabric.channel().call(chaincode, "tx", MSP, NOON.plus(away).plus(away), call);
            assertThat(near.status()).isEqualTo(200);
            assertThat(far.status()).isEqualTo(500);
            assertThat(far.message()).contains("check the clocks of both machines");
            assertThat(far.writes()).isEmpty();
        }
        FakeCall query = fabric.channel()
                .call(chaincode, "tx", MSP, NOON.minus(Duration.ofDays(1)), bytes(Functions.STATE), bytes("ledger"));
        assertThat(query.status()).isEqualTo(200);
    }

    @Test
    void evidence_as_of_a_block_that_the_client_has_not_seen_is_refused() {
        Parties.agreement().forEach(step -> fabric.commit(endorse(step)));
        Batch settlement = Batch.of(Parties.settlement(9, 0));

        assertThat(fabric.endorse(MSP, NOON, settlement, 1).answer()).isInstanceOf(Answer.Taken.class);
        refused(fabric.endorse(MSP, NOON, settlement, 0), "block-unknown", 0);
    }

    @Test
    void a_batch_beyond_the_limit_is_refused_before_it_is_read() {
        String large = "x".repeat(PeerLimits.MOST_BYTES + 1);

        refused(fabric.call(MSP, NOON, Functions.SUBMIT, large, "9"), "batch-too-large", 0);
    }

    @Test
    void what_stands_is_told_state_by_state_and_page_by_page() {
        FakeCall first = endorse(Campus.meter("a"), Campus.meter("b"), Campus.meter("c"));
        fabric.commit(first);
        FakeCall second = endorse(move("b", "Annexe"));
        fabric.commit(second);

        assertThat(state("meter/a").state()).isPresent();
        assertThat(state("meter/z").state()).isEmpty();
        assertThat(page(Functions.STATES, "meter/", "meter0", "2").entries())
                .extracting(entry -> entry.key().value() + entry.carrier().orElse(""))
                .containsExactly("meter/a", "meter/b");
        assertThat(page(Functions.STANDING, "meter/b", "meter0", "9").entries())
                .extracting(entry -> entry.key().value() + " " + entry.carrier().orElse(""))
                .containsExactly("meter/b " + second.id(), "meter/c " + first.id());
        assertThat(page(Functions.STATES, "a", "\uffff", "1000").entries())
                .extracting(entry -> entry.key().kind())
                .contains("ledger", "member", "meter")
                .doesNotContain("~request");
        assertThat(page(Functions.STATES, "meter/b", "meter/b", "9").entries()).isEmpty();
    }

    @Test
    void history_is_told_oldest_first_and_a_transaction_is_found_by_its_id() {
        FakeCall first = endorse(Campus.meter("a"), Campus.meter("b"));
        fabric.commit(first);
        Transaction moved = move("a", "Annexe");
        FakeCall second = endorse(moved);
        fabric.commit(second);

        assertThat(query(Functions.HISTORY, "meter/a").as(StateHistory.class).versions())
                .extracting(version -> version.carrier() + " " + ((MeterState) version.state()).site())
                .containsExactly(first.id() + " Campus", second.id() + " Annexe");
        assertThat(query(Functions.HISTORY, "meter/z").as(StateHistory.class).versions())
                .isEmpty();
        Carried.By by = find(Campus.meter("b").id().toString()).by().orElseThrow();
        assertThat(by.carrier()).isEqualTo(first.id());
        assertThat(by.place()).isEqualTo(1);
        assertThat(find(moved.id().toString()).by().orElseThrow().carrier()).isEqualTo(second.id());
        assertThat(find("0".repeat(64)).by()).isEmpty();
    }

    @Test
    void it_tells_that_it_is_ready_and_by_which_rules() {
        Ready ready = query(Functions.READY).as(Ready.class);

        assertThat(ready.rules()).isNotBlank();
        assertThat(ready.timeZones()).matches("20\\d\\d.");
    }

    @Test
    void a_call_that_cannot_be_read_is_answered_with_what_was_expected() {
        wrong(
                query("shout"),
                "there is no function 'shout'; expected one of adopt, adopted, adoption, bind, find, history, ready, standing,");
        wrong(query(Functions.SUBMIT, "{}"), "'submit' was called with 1 arguments; expected the text of a batch");
        wrong(query(Functions.SUBMIT, "{}", "9"), "argument 1 of 'submit'");
        wrong(query(Functions.SUBMIT, "{", "9"), "argument 1 of 'submit'");
        wrong(query(Functions.SUBMIT, "[".repeat(100_000), "9"), "argument 1 of 'submit'");
        wrong(query(Functions.SUBMIT, "{\"transactions\":[]}", "9"), "a batch holds at least one transaction");
        String batch = Batch.of(Campus.meter("m1")).json();
        wrong(query(Functions.SUBMIT, " " + batch, "9"), "not in its canonical form");
        wrong(query(Functions.SUBMIT, batch, "-1"), "argument 2 of 'submit' is '-1'; expected a number");
        wrong(query(Functions.SUBMIT, batch, "9".repeat(19)), "expected a number of at most 18 decimal digits");
        wrong(query(Functions.STATE, ""), "is not a state key");
        wrong(query(Functions.STATE, "a\u0000b"), "is not a state key");
        wrong(query(Functions.STATES, "a", "b", "0"), "is 0; expected 1 to 1000");
        wrong(query(Functions.STATES, "a", "b", "1001"), "is 1001; expected 1 to 1000");
        wrong(query(Functions.FIND, "abc"), "argument 1 of 'find'");
    }

    private FakeCall endorse(Transaction... transactions) {
        return fabric.endorse(
                MSP, NOON, Batch.of(transactions), fabric.channel().height());
    }

    private FakeCall query(String function, String... arguments) {
        return fabric.call(MSP, NOON, function, arguments);
    }

    private Found state(String key) {
        return query(Functions.STATE, key).as(Found.class);
    }

    private StatePage page(String function, String... arguments) {
        return query(function, arguments).as(StatePage.class);
    }

    private Carried find(String id) {
        return query(Functions.FIND, id).as(Carried.class);
    }

    private static Transaction move(String meter, String site) {
        return Campus.sign("move-" + meter, new AssignMeter(new MeterId(meter), site), Campus.OPERATOR);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(FakeCall call, String code, int place) {
        assertThat(call.answer()).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.code()).as(refused.message()).isEqualTo(code);
            assertThat(refused.transaction()).isEqualTo(place);
        });
        assertThat(call.writes()).isEmpty();
    }

    private static void wrong(FakeCall call, String message) {
        assertThat(call.status()).isEqualTo(500);
        assertThat(call.message()).contains(message);
    }
}
