package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is stated about settlements, predictions, sites and reputations in the story of {@link StoryFixture}. */
final class EvidenceFixture {

    static final SettlementId SETTLEMENT =
            new SettlementId(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-10-01"), 0);
    static final SiteId CAMPUS = new SiteId("north-campus");

    private EvidenceFixture() {}

    static Step predicted(MeterId meter, String day, long value, int revision) {
        PredictionPage page = PredictionPage.of(
                meter,
                LocalDate.parse(day),
                StoryFixture.DUBLIN,
                new Interval("P1D"),
                "kWh",
                3,
                List.of(value),
                "seasonal 1.2");
        return Step.of(
                new PredictionAction.RecordPrediction(page),
                new StateEntry(
                        StateKey.prediction(meter, page.day()),
                        new PredictionState(page, StoryFixture.RUNTIME, revision)));
    }

    static Step siteRegistered(SiteId site, String name, MemberId owner) {
        SiteState state = new SiteState(
                site,
                owner,
                name,
                StoryFixture.DUBLIN,
                Optional.of("IE"),
                Optional.of(new BigDecimal("1250.5")),
                Optional.empty());
        return Step.of(
                new SiteAction.RegisterSite(
                        site, owner, name, state.zone(), state.country(), state.floorArea(), state.address()),
                new StateEntry(StateKey.site(site), state));
    }

    static Step named(MemberId organisation, String legalName) {
        Particulars said = new Particulars(
                legalName,
                new PostalAddress(Optional.empty(), Optional.empty(), "Dublin", Optional.empty(), "IE"),
                Optional.of("IE9700053D"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Step.of(
                new MemberAction.StateParticulars(organisation, said),
                new StateEntry(StateKey.particulars(organisation), new ParticularsState(organisation, said)));
    }

    static Step indexPage(String day, int revision, String... figures) {
        List<BigDecimal> values = Arrays.stream(figures)
                .map(figure -> figure.isEmpty() ? null : new BigDecimal(figure))
                .toList();
        IndexPage page = IndexPage.of(
                StoryFixture.INDEX, LocalDate.parse(day), StoryFixture.DUBLIN, new Interval("PT1H"), values);
        return Step.of(
                new IndexAction.PublishIndexPage(page),
                new StateEntry(
                        StateKey.indexPage(StoryFixture.INDEX, page.day()),
                        new IndexPageState(page, StoryFixture.RUNTIME, revision, "")));
    }

    static StateFact fact(String name, String from, String value) {
        return new StateFact(StoryFixture.AGREEMENT, name, LocalDate.parse(from), new BigDecimal(value), "as surveyed");
    }

    /** A statement that waits for the owner, or that holds because it confirmed. */
    static Step stated(Statement statement, int revision, boolean confirmed) {
        PartySignature confirmation = new PartySignature(
                StoryFixture.OWNER, StoryFixture.OWNER, ChainFixture.FIRST, new TransactionId(Hash.of("confirmation")));
        Stated stated = new Stated(
                statement,
                StoryFixture.ESCO,
                StoryFixture.RUNTIME,
                ChainFixture.FIRST,
                new TransactionId(Hash.of("statement " + revision)),
                revision,
                List.of(StoryFixture.OWNER),
                confirmed ? List.of(confirmation) : List.of());
        StatementState state = confirmed
                ? new StatementState(statement.place(), Optional.of(stated), Optional.empty(), revision)
                : new StatementState(statement.place(), Optional.empty(), Optional.of(stated), revision);
        return Step.of(statement, new StateEntry(StateKey.statement(statement.place()), state));
    }

    static DisputeState dispute(SettlementId settlement, String reason) {
        return new DisputeState(
                settlement,
                List.of("4.1"),
                reason,
                StoryFixture.ESCO,
                StoryFixture.RUNTIME,
                ChainFixture.FIRST,
                Set.of(),
                Optional.empty());
    }

    static VerificationState verification(SettlementId settlement, boolean differs) {
        return new VerificationState(
                settlement,
                Hash.of("statement"),
                StoryFixture.OWNER,
                StoryFixture.OWNER,
                ChainFixture.FIRST,
                "1",
                differs ? Optional.of(new FirstDifference("lines[0].net", "1.01", "1.00")) : Optional.empty(),
                false);
    }

    static Step verified(VerificationState found) {
        return Step.of(
                new SettlementAction.CoSignSettlement(found.settlement(), found.statementHash(), found.engine()),
                new StateEntry(StateKey.verification(found.settlement(), found.organisation()), found));
    }

    static Step disputed(DisputeState dispute) {
        return Step.of(
                new SettlementAction.DisputeSettlement(dispute.settlement(), dispute.clauses(), dispute.reason()),
                new StateEntry(StateKey.dispute(dispute.settlement(), dispute.organisation()), dispute));
    }

    static Step resolved(DisputeState dispute) {
        DisputeState ended = dispute.ended(
                new DisputeState.End(Verdict.WITHDRAWN, "settled by phone", StoryFixture.RUNTIME, ChainFixture.FIRST));
        return Step.of(
                new SettlementAction.ResolveDispute(
                        dispute.settlement(), dispute.organisation(), Verdict.WITHDRAWN, "settled by phone"),
                new StateEntry(StateKey.dispute(dispute.settlement(), dispute.organisation()), ended));
    }

    static PaymentState payment(SettlementId settlement, int document, String amount, String reference) {
        return new PaymentState(
                settlement,
                document,
                "Owner",
                "ESCO",
                new BigDecimal(amount),
                "EUR",
                LocalDate.parse("2026-11-20"),
                reference,
                StoryFixture.RUNTIME,
                Optional.empty());
    }

    static Step paid(PaymentState payment) {
        return Step.of(
                new SettlementAction.RecordPayment(
                        payment.settlement(),
                        payment.document(),
                        payment.amount(),
                        payment.paidOn(),
                        payment.reference()),
                entry(payment));
    }

    static Step takenBack(PaymentState payment) {
        return Step.of(
                new SettlementAction.ReversePayment(
                        payment.settlement(), payment.document(), payment.reference(), "returned by the bank"),
                entry(payment.reverse("returned by the bank")));
    }

    private static StateEntry entry(PaymentState payment) {
        return new StateEntry(StateKey.payment(payment.settlement(), payment.document(), payment.reference()), payment);
    }

    /** A rating, with what else may be said of an organisation beside it. */
    static Step rated(MemberId organisation, int stars, int revision, ReputationEvent... beside) {
        Deal deal = new Deal(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-10-01"));
        ReputationEvent.Rated rating = new ReputationEvent.Rated(
                organisation, deal, ChainFixture.FIRST, StoryFixture.ESCO, stars, "swift", revision);
        StateEntry[] writes = new StateEntry[beside.length + 1];
        writes[0] = new StateEntry(StateKey.reputation(organisation, "rated/shared-savings/month"), rating);
        for (int i = 0; i < beside.length; i++) {
            writes[i + 1] = new StateEntry(
                    StateKey.reputation(organisation, "event-" + i + "/shared-savings/month"), beside[i]);
        }
        return Step.of(
                new MemberAction.RateMember(
                        organisation, deal.agreement(), deal.period(), deal.from(), stars, rating.comment()),
                writes);
    }

    static ReputationEvent[] everyOtherEvent(MemberId organisation) {
        Deal deal = new Deal(StoryFixture.AGREEMENT, "Month", LocalDate.parse("2026-10-01"));
        return new ReputationEvent[] {
            new ReputationEvent.DealPaid(organisation, deal, ChainFixture.FIRST),
            new ReputationEvent.DealPaidLate(organisation, deal, ChainFixture.FIRST, 3),
            new ReputationEvent.DisputeUpheld(organisation, deal, ChainFixture.FIRST, StoryFixture.ESCO),
            new ReputationEvent.DisputeRejected(organisation, deal, ChainFixture.FIRST, StoryFixture.ESCO),
            new ReputationEvent.TermBreached(
                    organisation,
                    deal.agreement(),
                    ChainFixture.FIRST,
                    "7",
                    LocalDate.parse("2026-10-09"),
                    StoryFixture.ESCO,
                    false)
        };
    }
}
