package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.SettlementView.HoldPlace;
import io.smartblocks.ledger.transaction.AgreementId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEachDatabase
class SettlementViewTests {

    static final String STATEMENT = """
            {"currency":"EUR","documents":[
              {"payer":"Owner","payee":"Provider","net":"100.00","gross":"123.50","currency":"EUR","due":"2026-11-20",
               "vat":[{"rate":"0.23","base":"90.00","amount":"20.70"},{"rate":"0.28","base":"10.00","amount":"2.80"}]},
              {"payer":"Provider","payee":"Owner","net":"5.00"}]}""";

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    SettlementViewTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @BeforeEach
    void settle() {
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.settled("2026-08-01", 0, "{}"));
        chain.add(
                StoryFixture.settled("2026-09-01", 0, "no json at all"),
                StoryFixture.settled("2026-10-01", 0, STATEMENT));
        chain.add(StoryFixture.settled("2026-09-01", 1, "{\"documents\":[{\"net\":12,\"due\":\"soon\"}]}"));
        chain.blocks().forEach(model::apply);
    }

    @Test
    void the_documents_of_the_statement_tell_who_pays_whom() {
        SettlementRecord october = model.settlements()
                .settlement(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-10-01"), 0)
                .orElseThrow();

        assertThat(october.documents())
                .containsExactly(
                        new SettlementDocument(
                                Optional.of("Owner"),
                                Optional.of("Provider"),
                                Optional.of(new BigDecimal("100.00")),
                                Optional.of(new BigDecimal("23.50")),
                                Optional.of(new BigDecimal("123.50")),
                                Optional.of("EUR"),
                                Optional.of(LocalDate.parse("2026-11-20"))),
                        new SettlementDocument(
                                Optional.of("Provider"),
                                Optional.of("Owner"),
                                Optional.of(new BigDecimal("5.00")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(october.settlement().statement()).isEqualTo(STATEMENT);
        assertThat(october.committedBy()).isEqualTo(StoryFixture.RUNTIME);
        assertThat(october.transaction())
                .isEqualTo(chain.blocks().get(2).transactions().get(1).id());
    }

    @Test
    @Timeout(20)
    void a_statement_that_is_made_to_stop_its_readers_does_not() {
        String longText = "x".repeat(600);
        String hostile = """
                {"documents":[{"payer":"%1$s","payee":"%1$s","net":"1E+999999999","gross":"%2$s","currency":"%1$s",
                 "due":"+999999999-01-01","vat":[{"amount":"1E+999999999"},{"amount":"1"}]}]}""".formatted(longText, "9".repeat(70));
        chain.add(StoryFixture.settled("2026-11-01", 0, hostile));

        assertThat(model.apply(chain.blocks().get(4))).isTrue();

        SettlementRecord settled = model.settlements()
                .latest(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-11-01"))
                .orElseThrow();
        assertThat(settled.settlement().statement()).isEqualTo(hostile);
        assertThat(settled.documents()).singleElement().satisfies(document -> {
            assertThat(document.net()).isEmpty();
            assertThat(document.gross()).isEmpty();
            assertThat(document.due()).isEmpty();
            assertThat(document.vat()).isEmpty();
        });
    }

    @Test
    void names_that_no_database_takes_are_left_out() {
        chain.add(StoryFixture.settled(
                "2026-11-01", 0, "{\"documents\":[{\"payer\":\"a\\u0000b\",\"payee\":\"\\ud800\",\"net\":\"1.00\"}]}"));

        assertThat(model.apply(chain.blocks().get(4))).isTrue();

        assertThat(model.settlements().newest(1).get(0).documents())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.payer()).isEmpty();
                    assertThat(document.payee()).isEmpty();
                    assertThat(document.net()).hasValue(new BigDecimal("1.00"));
                });
    }

    @Test
    void the_latest_period_stands_first_and_its_latest_revision_before_the_earlier() {
        assertThat(model.settlements().of(StoryFixture.AGREEMENT))
                .extracting(record ->
                        record.settlement().from() + "/" + record.settlement().revision())
                .containsExactly("2026-10-01/0", "2026-09-01/1", "2026-09-01/0", "2026-08-01/0");
        assertThat(model.settlements().latest(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-09-01")))
                .hasValueSatisfying(
                        record -> assertThat(record.settlement().revision()).isOne());
    }

    @Test
    void what_stands_of_the_periods_that_end_after_a_day_is_told_of_many_agreements_at_once() {
        AgreementId other = new AgreementId("unheard-of");
        Map<AgreementId, List<StandingSettlement>> standing = model.settlements()
                .standing(Map.of(StoryFixture.AGREEMENT, LocalDate.parse("2026-09-01"), other, LocalDate.EPOCH));

        assertThat(standing).containsOnlyKeys(StoryFixture.AGREEMENT);
        assertThat(standing.get(StoryFixture.AGREEMENT))
                .extracting(each -> each.id().from() + "/" + each.id().revision())
                .as("August ends on that day and not after it")
                .containsExactly("2026-09-01/1", "2026-10-01/0");
    }

    @Test
    void pages_of_the_list_join_without_gap_or_repetition() {
        List<SettlementRecord> all = model.settlements().newest(10);
        List<SettlementRecord> first = model.settlements().newest(2);
        List<SettlementRecord> second = model.settlements().after(first.get(1), 2);

        assertThat(all).hasSize(4).startsWith(first.toArray(SettlementRecord[]::new));
        assertThat(all).endsWith(second.toArray(SettlementRecord[]::new));
        assertThat(all.get(0).block()).isEqualTo(3);
        assertThat(model.settlements().listed(Optional.empty(), Optional.empty(), AskedSettlements.ALL, 10))
                .isEqualTo(all.stream().map(SettlementRecord::listed).toList());
    }

    @Test
    void settlements_are_chosen_by_agreement_party_period_and_revision() {
        model.apply(chain.add(StoryFixture.proposed()));
        model.apply(chain.add(StoryFixture.settled("2026-11-01", 0, "{}")));
        Optional<LocalDate> none = Optional.empty();
        Optional<AgreementId> everyAgreement = Optional.empty();
        Optional<MemberId> everybody = Optional.empty();
        Optional<Boolean> either = Optional.empty();
        Optional<LocalDate> midOctober = Optional.of(LocalDate.parse("2026-10-15"));

        assertThat(chosen(AskedSettlements.ALL)).hasSize(5);
        assertThat(chosen(new AskedSettlements(everyAgreement, everybody, midOctober, none, either)))
                .containsExactly("2026-11-01/0", "2026-10-01/0");
        assertThat(chosen(new AskedSettlements(
                        everyAgreement, everybody, midOctober, Optional.of(LocalDate.parse("2026-10-31")), either)))
                .containsExactly("2026-10-01/0");
        assertThat(chosen(new AskedSettlements(
                        everyAgreement, everybody, none, Optional.of(LocalDate.parse("2026-08-31")), either)))
                .containsExactly("2026-08-01/0");
        assertThat(chosen(new AskedSettlements(everyAgreement, everybody, none, none, Optional.of(true))))
                .containsExactly("2026-09-01/1");
        assertThat(chosen(new AskedSettlements(
                        everyAgreement, Optional.of(StoryFixture.OWNER), none, none, Optional.of(false))))
                .as("those before nobody had proposed have no party")
                .containsExactly("2026-11-01/0");
        assertThat(chosen(AskedSettlements.of(Optional.of(new AgreementId("unheard-of")))))
                .isEmpty();
    }

    private List<String> chosen(AskedSettlements asked) {
        List<SettlementRecord> found = model.settlements().newest(Optional.empty(), Optional.empty(), asked, 9);
        assertThat(model.settlements().count(Optional.empty(), asked)).isEqualTo(found.size());
        return found.stream()
                .map(SettlementRecord::settlement)
                .map(settled -> settled.from() + "/" + settled.revision())
                .toList();
    }

    @Test
    void a_party_finds_its_own_settlements_and_what_those_of_some_time_come_to() {
        model.apply(chain.add(StoryFixture.proposed()));
        model.apply(
                chain.add(StoryFixture.settled("2026-11-01", 0, "{}"), StoryFixture.settled("2026-12-01", 0, "{}")));
        Instant at = chain.blocks().get(5).header().time();
        Optional<MemberId> owner = Optional.of(StoryFixture.OWNER);
        SettlementView settlements = model.settlements();

        assertThat(settlements.newest(Optional.empty(), owner, AskedSettlements.ALL, 9))
                .as("those before nobody had proposed have no party")
                .hasSize(2)
                .isEqualTo(settlements.newest(2));
        assertThat(settlements.count(owner)).isEqualTo(2);
        assertThat(settlements.count(Optional.empty())).isEqualTo(6);
        assertThat(settlements.last(StoryFixture.AGREEMENT))
                .contains(settlements.newest(1).get(0).listed());
        assertThat(settlements.listedOf(StoryFixture.AGREEMENT))
                .isNotEmpty()
                .isEqualTo(settlements.of(StoryFixture.AGREEMENT).stream()
                        .map(SettlementRecord::listed)
                        .toList());
        assertThat(settlements.settlement(
                        settlements.newest(1).get(0).settlement().id()))
                .contains(settlements.newest(1).get(0));
        SettledBetween own = settlements.between(at, at.plusSeconds(30), owner);
        assertThat(own.count()).isEqualTo(2);
        assertThat(own.newest(Optional.empty(), 1)).isEqualTo(settlements.newest(1));
        assertThat(own.newest(Optional.of(settlements.newest(1).get(0).transaction()), 9))
                .containsExactly(settlements.newest(2).get(1));
        assertThat(own.listed(Optional.empty(), 9))
                .isEqualTo(own.newest(Optional.empty(), 9).stream()
                        .map(SettlementRecord::listed)
                        .toList());
        assertThat(own.totals()).containsExactly(Map.entry("EUR", new BigDecimal("25")));
        assertThat(own.verified()).isEqualTo(new SettledBetween.Verified(0, 0));
        assertThat(settlements.between(at, at, Optional.empty()).count()).isEqualTo(2);
        assertThat(settlements
                        .between(at.plusSeconds(1), at.plusSeconds(2), owner)
                        .count())
                .isZero();
        assertThat(settlements
                        .between(at, at, Optional.of(StoryFixture.RUNTIME))
                        .count())
                .isZero();
    }

    @Test
    void a_hold_shows_until_it_is_released() {
        model.apply(chain.add(StoryFixture.held("2026-11-01", false)));
        assertThat(model.settlements().holds(10))
                .singleElement()
                .satisfies(
                        hold -> assertThat(hold.state().reasons().get(0).code()).isEqualTo("readings-missing"));

        model.apply(chain.add(StoryFixture.held("2026-11-01", true)));
        assertThat(model.settlements().holds(10)).isEmpty();
        assertThat(model.settlements().holdsOf(StoryFixture.AGREEMENT)).hasSize(1);
    }

    @Test
    void waiting_periods_of_a_party_are_paged_by_their_places() {
        model.apply(chain.add(StoryFixture.proposed()));
        for (String from : List.of("2026-11-01", "2026-12-01", "2027-01-01")) {
            model.apply(chain.add(StoryFixture.held(from, false)));
        }
        List<HoldRecord> all = model.settlements().holds(10);
        List<HoldRecord> paged = new ArrayList<>();
        Optional<HoldPlace> last = Optional.empty();
        for (int page = 0; page < 3; page++) {
            List<HoldRecord> next = model.settlements().holds(last, Optional.of(StoryFixture.OWNER), 1);
            paged.addAll(next);
            HoldRecord hold = next.get(0);
            last = Optional.of(new HoldPlace(
                    hold.changedIn(),
                    hold.state().agreement(),
                    hold.state().period(),
                    hold.state().from()));
        }

        assertThat(all).hasSize(3);
        assertThat(paged).isEqualTo(all);
        assertThat(model.settlements().holds(last, Optional.empty(), 1)).isEmpty();
        assertThat(model.settlements().countHolds(Optional.of(StoryFixture.OWNER)))
                .isEqualTo(3);
        assertThat(model.settlements().countHolds(Optional.empty())).isEqualTo(3);
        assertThat(model.settlements().holds(Optional.empty(), Optional.of(StoryFixture.RUNTIME), 10))
                .isEmpty();
    }
}
