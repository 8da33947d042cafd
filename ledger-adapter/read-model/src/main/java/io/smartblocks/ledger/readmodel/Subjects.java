package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementPlace;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Says of each kind of transaction what it is about. */
final class Subjects {

    private static final Map<Class<?>, BiFunction<Payload, MemberId, Subject>> OF = new HashMap<>();

    static {
        member(MemberAction.ApplyForMembership.class, MemberAction.ApplyForMembership::member);
        member(MemberAction.ApproveMember.class, MemberAction.ApproveMember::member);
        member(MemberAction.RejectApplication.class, MemberAction.RejectApplication::member);
        member(MemberAction.RegisterMember.class, MemberAction.RegisterMember::member);
        member(MemberAction.GrantRoles.class, MemberAction.GrantRoles::member);
        member(MemberAction.SuspendMember.class, MemberAction.SuspendMember::member);
        member(MemberAction.ReadmitMember.class, MemberAction.ReadmitMember::member);
        member(MemberAction.RotateKey.class, MemberAction.RotateKey::member);
        on(
                MemberAction.FoundLedger.class,
                found -> new Subject(
                        found.registrar().value(),
                        found.ledger(),
                        List.of(StateKey.ledger(), StateKey.member(found.registrar()))));
        on(
                MemberAction.RateMember.class,
                rating -> new Subject(rating.organisation().value(), rating.period() + " " + rating.from(), List.of()));
        on(
                MemberAction.StateParticulars.class,
                stated -> new Subject(
                        stated.organisation().value(), "", List.of(StateKey.particulars(stated.organisation()))));
        on(SiteAction.RegisterSite.class, Subjects::site);
        on(SiteAction.ChangeSite.class, Subjects::site);
        meter(MeterAction.RegisterMeter.class, MeterAction.RegisterMeter::meter);
        meter(MeterAction.AssignMeter.class, MeterAction.AssignMeter::meter);
        meter(MeterAction.RetireMeter.class, MeterAction.RetireMeter::meter);
        meter(MeterAction.AppointPredictor.class, MeterAction.AppointPredictor::meter);
        meter(MeterAction.DismissPredictor.class, MeterAction.DismissPredictor::meter);
        on(
                MeterAction.RecordReadings.class,
                action -> readings(action.page().meter(), action.page().day()));
        on(
                MeterAction.CorrectReadings.class,
                action -> readings(action.page().meter(), action.page().day()));
        on(PredictionAction.RecordPrediction.class, action -> {
            MeterId meter = action.page().meter();
            LocalDate day = action.page().day();
            return new Subject(meter.value(), day.toString(), List.of(StateKey.prediction(meter, day)));
        });
        on(
                IndexAction.RegisterIndex.class,
                action -> new Subject(action.index().value(), "", List.of(StateKey.index(action.index()))));
        on(IndexAction.PublishIndexValues.class, action -> values(action.index(), action.values()));
        on(IndexAction.CorrectIndexValue.class, action -> values(action.index(), List.of(action.value())));
        on(IndexAction.PublishIndexPage.class, action -> day(action.page()));
        on(IndexAction.CorrectIndexPage.class, action -> day(action.page()));
        on(AgreementAction.ProposeAgreement.class, Subjects::version);
        on(AgreementAction.SignAgreement.class, Subjects::version);
        on(AgreementAction.ActivateAgreement.class, Subjects::version);
        on(AgreementAction.WithdrawAgreement.class, Subjects::version);
        on(AgreementAction.SuspendAgreement.class, Subjects::version);
        on(AgreementAction.ResumeAgreement.class, Subjects::version);
        on(AgreementAction.TerminateAgreement.class, Subjects::version);
        on(AgreementAction.RevokeTermination.class, Subjects::version);
        on(AgreementAction.CloseAgreement.class, Subjects::version);
        on(StatementAction.StateFact.class, Subjects::statement);
        on(StatementAction.StateAdjustment.class, Subjects::statement);
        on(StatementAction.ReportEvent.class, Subjects::statement);
        on(StatementAction.StateOccurrence.class, Subjects::statement);
        on(StatementAction.ConfirmStatement.class, Subjects::statement);
        on(StatementAction.RetractStatement.class, Subjects::statement);
        on(
                SettlementAction.CommitSettlement.class,
                commit -> settlement(
                        commit.id(),
                        StateKey.settlement(commit.id()),
                        StateKey.hold(commit.agreement(), commit.period(), commit.from())));
        on(
                SettlementAction.HoldSettlement.class,
                hold -> new Subject(
                        hold.agreement().value(),
                        hold.period() + " " + hold.from(),
                        List.of(StateKey.hold(hold.agreement(), hold.period(), hold.from()))));
        OF.put(SettlementAction.DisputeSettlement.class, (payload, organisation) -> {
            SettlementId disputed = ((SettlementAction.DisputeSettlement) payload).settlement();
            return settlement(disputed, StateKey.dispute(disputed, organisation));
        });
        OF.put(SettlementAction.CoSignSettlement.class, (payload, organisation) -> {
            SettlementId verified = ((SettlementAction.CoSignSettlement) payload).settlement();
            return settlement(verified, StateKey.verification(verified, organisation));
        });
        OF.put(SettlementAction.ReportDifference.class, (payload, organisation) -> {
            SettlementId verified = ((SettlementAction.ReportDifference) payload).settlement();
            return settlement(
                    verified, StateKey.verification(verified, organisation), StateKey.dispute(verified, organisation));
        });
        on(
                SettlementAction.ResolveDispute.class,
                end -> settlement(end.settlement(), StateKey.dispute(end.settlement(), end.disputedBy())));
        on(
                SettlementAction.RecordPayment.class,
                payment -> payment(payment.settlement(), payment.document(), payment.reference()));
        on(
                SettlementAction.ReversePayment.class,
                reversal -> payment(reversal.settlement(), reversal.document(), reversal.reference()));
    }

    private Subjects() {}

    /** What a transaction is about that a member of the organisation signed. */
    static Subject of(Payload payload, MemberId organisation) {
        BiFunction<Payload, MemberId, Subject> subject = OF.get(payload.getClass());
        if (subject == null) {
            throw new IllegalStateException("'" + payload.action()
                    + "' is not a transaction that the read model knows; it knows " + OF.keySet());
        }
        return subject.apply(payload, organisation);
    }

    /** The kinds of transactions it can say it of. */
    static Set<Class<?>> known() {
        return Set.copyOf(OF.keySet());
    }

    private static <P extends Payload> void on(Class<P> type, Function<P, Subject> subject) {
        OF.put(type, (payload, organisation) -> subject.apply(type.cast(payload)));
    }

    private static <P extends MemberAction> void member(Class<P> type, Function<P, MemberId> member) {
        on(type, action -> {
            MemberId id = member.apply(action);
            return new Subject(id.value(), "", List.of(StateKey.member(id)));
        });
    }

    private static <P extends MeterAction> void meter(Class<P> type, Function<P, MeterId> meter) {
        on(type, action -> {
            MeterId id = meter.apply(action);
            return new Subject(id.value(), "", List.of(StateKey.meter(id)));
        });
    }

    private static Subject site(SiteAction action) {
        return new Subject(action.site().value(), "", List.of(StateKey.site(action.site())));
    }

    private static Subject readings(MeterId meter, LocalDate day) {
        return new Subject(meter.value(), day.toString(), List.of(StateKey.readings(meter, day)));
    }

    private static Subject day(IndexPage page) {
        return new Subject(
                page.index().value(), page.day().toString(), List.of(StateKey.indexPage(page.index(), page.day())));
    }

    private static Subject values(IndexId index, List<IndexValue> values) {
        List<StateKey> keys = values.stream()
                .map(value -> StateKey.indexValue(index, value.from()))
                .toList();
        String first = values.isEmpty() ? "" : values.get(0).from().toString();
        String last = values.isEmpty() ? "" : values.get(values.size() - 1).to().toString();
        return new Subject(index.value(), first + "/" + last, keys);
    }

    private static Subject version(AgreementAction action) {
        return new Subject(
                action.agreement().value(),
                action.version(),
                List.of(StateKey.agreement(action.agreement(), action.version())));
    }

    private static Subject statement(StatementAction action) {
        StatementPlace place = action.place();
        return new Subject(
                place.agreement().value(), place.name() + " " + place.at(), List.of(StateKey.statement(place)));
    }

    private static Subject payment(SettlementId id, int document, String reference) {
        return settlement(id, StateKey.payment(id, document, reference));
    }

    private static Subject settlement(SettlementId id, StateKey... keys) {
        return new Subject(
                id.agreement().value(), id.period() + " " + id.from() + " (" + id.revision() + ")", List.of(keys));
    }
}
