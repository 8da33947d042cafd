package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.chaincode.FakeChannel.Validity;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.Transaction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What concerns an agreement needs the peers of all its parties. */
class GuardingTests {

    private static final String[] BOTH = {"EscoMSP", "OwnerMSP"};

    @Test
    void what_concerns_an_agreement_needs_both_parties_and_the_rest_follows_the_chaincode() {
        FakeFabric fabric = Parties.members(BOTH);
        Parties.bind(fabric);
        Parties.agreement().forEach(step -> Parties.submit(fabric, "EscoMSP", step));
        Parties.submit(fabric, "EscoMSP", Parties.settlement(9, 0), Parties.settlement(10, 0));
        Parties.submit(fabric, "EscoMSP", payment());

        for (String key : fabric.channel().keys()) {
            boolean ofTheAgreement = key.contains("/campus-supply/") && !key.startsWith("reputation");
            assertThat(fabric.channel().policyOf(key))
                    .as(key)
                    .isEqualTo(new TreeSet<>(ofTheAgreement ? List.of(BOTH) : List.of()));
        }
        assertThat(fabric.channel().keys())
                .anyMatch(key -> key.startsWith("settlement/campus-supply/"))
                .anyMatch(key -> key.startsWith("payment/campus-supply/"))
                .anyMatch(key -> key.startsWith("settled/campus-supply/"));
    }

    @Test
    void without_two_that_are_bound_the_policy_of_the_chaincode_holds() {
        FakeFabric fabric = Parties.members(BOTH);
        fabric.commit(fabric.call(
                "EscoMSP", NOON, "bind", Parties.binding(Parties.ESCO, Parties.ESCO.member(), "EscoMSP", NOON)));
        Parties.agreement().forEach(step -> Parties.submit(fabric, "EscoMSP", step));

        assertThat(fabric.channel().policyOf("agreement/campus-supply/1.0")).isEmpty();
    }

    @Test
    void one_who_was_bound_later_guards_from_the_next_write_on() {
        FakeFabric fabric = Parties.members(BOTH);
        Parties.submit(fabric, "EscoMSP", Parties.agreement().get(0));
        Parties.bind(fabric);
        Parties.submit(fabric, "EscoMSP", Parties.agreement().get(1));

        assertThat(fabric.channel().policyOf("agreement/campus-supply/1.0")).containsExactly(BOTH);
    }

    @Test
    void a_policy_that_stands_is_not_stated_again() {
        FakeFabric fabric = Parties.members(BOTH);
        Parties.bind(fabric);
        Parties.submit(fabric, "EscoMSP", Parties.agreement().get(0));
        FakeCall signing = fabric.endorse(
                "EscoMSP",
                NOON,
                Batch.of(Parties.agreement().get(1)),
                fabric.channel().height());

        assertThat(signing.transcript())
                .contains("policy agreement/campus-supply/1.0")
                .doesNotContain("guard ");
    }

    @Test
    void whoever_endorses_alone_changes_nothing_of_an_agreement_even_where_the_chaincode_asks_for_one_only() {
        FakeFabric fabric = Parties.members("EscoMSP");
        Parties.bind(fabric);
        Parties.agreement()
                .forEach(step -> assertThat(fabric.channel()
                                .commit(
                                        fabric.endorse(
                                                "EscoMSP",
                                                NOON,
                                                Batch.of(step),
                                                fabric.channel().height()),
                                        BOTH))
                        .isEqualTo(Validity.VALID));
        FakeCall first = fabric.endorse("EscoMSP", NOON, Batch.of(Parties.settlement(9, 0)), 9);
        assertThat(fabric.channel().commit(first, BOTH)).isEqualTo(Validity.VALID);
        FakeCall again = fabric.endorse("EscoMSP", NOON, Batch.of(Parties.settlement(9, 1)), 9);

        assertThat(again.answer()).isInstanceOf(Answer.Taken.class);
        assertThat(fabric.channel().commit(again, "EscoMSP")).isEqualTo(Validity.ENDORSEMENT_POLICY_FAILURE);
        assertThat(fabric.channel().commit(again, BOTH)).isEqualTo(Validity.VALID);
    }

    private static Transaction payment() {
        SettlementId settlement = new SettlementId(Parties.AGREEMENT, "Month", LocalDate.of(2026, 9, 1), 0);
        return Campus.sign(
                "paid",
                new RecordPayment(settlement, 1, new BigDecimal("100.00"), LocalDate.of(2026, 11, 1), "ref"),
                Parties.ESCO);
    }
}
