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
import java.util.List;

/** What a transaction is about, for lists and links, and the keys under which it writes. */
record Subject(String id, String detail, List<StateKey> keys) {

    /** What a transaction is about that a member of the organisation signed. */
    static Subject of(Payload payload, MemberId organisation) {
        if (payload instanceof MeterAction action) {
            return of(action);
        }
        if (payload instanceof MemberAction action) {
            return of(action);
        }
        if (payload instanceof IndexAction action) {
            return of(action);
        }
        if (payload instanceof SiteAction action) {
            return new Subject(action.site().value(), "", List.of(StateKey.site(action.site())));
        }
        if (payload instanceof PredictionAction.RecordPrediction action) {
            MeterId meter = action.page().meter();
            return new Subject(
                    meter.value(),
                    action.page().day().toString(),
                    List.of(StateKey.prediction(meter, action.page().day())));
        }
        if (payload instanceof AgreementAction action) {
            return new Subject(
                    action.agreement().value(),
                    action.version(),
                    List.of(StateKey.agreement(action.agreement(), action.version())));
        }
        if (payload instanceof StatementAction action) {
            return of(action);
        }
        return of((SettlementAction) payload, organisation);
    }

    private static Subject of(StatementAction action) {
        StatementPlace place = action.place();
        return new Subject(
                action.agreement().value(), place.name() + " " + place.at(), List.of(StateKey.statement(place)));
    }

    private static Subject of(MemberAction action) {
        if (action instanceof MemberAction.FoundLedger found) {
            return new Subject(
                    found.registrar().value(),
                    found.ledger(),
                    List.of(StateKey.ledger(), StateKey.member(found.registrar())));
        }
        if (action instanceof MemberAction.RateMember rating) {
            return new Subject(rating.organisation().value(), rating.period() + " " + rating.from(), List.of());
        }
        MemberId member = member(action);
        return new Subject(member.value(), "", List.of(StateKey.member(member)));
    }

    private static MemberId member(MemberAction action) {
        if (action instanceof MemberAction.ApplyForMembership apply) {
            return apply.member();
        }
        if (action instanceof MemberAction.ApproveMember approve) {
            return approve.member();
        }
        if (action instanceof MemberAction.RegisterMember register) {
            return register.member();
        }
        if (action instanceof MemberAction.GrantRoles grant) {
            return grant.member();
        }
        if (action instanceof MemberAction.SuspendMember suspend) {
            return suspend.member();
        }
        if (action instanceof MemberAction.RejectApplication reject) {
            return reject.member();
        }
        if (action instanceof MemberAction.ReadmitMember readmit) {
            return readmit.member();
        }
        return ((MemberAction.RotateKey) action).member();
    }

    private static Subject of(MeterAction action) {
        if (action instanceof MeterAction.RecordReadings readings) {
            return day(readings.page().meter(), readings.page().day());
        }
        if (action instanceof MeterAction.CorrectReadings readings) {
            return day(readings.page().meter(), readings.page().day());
        }
        MeterId meter = meter(action);
        return new Subject(meter.value(), "", List.of(StateKey.meter(meter)));
    }

    private static MeterId meter(MeterAction action) {
        if (action instanceof MeterAction.RegisterMeter register) {
            return register.meter();
        }
        if (action instanceof MeterAction.RetireMeter retirement) {
            return retirement.meter();
        }
        if (action instanceof MeterAction.AppointPredictor appointment) {
            return appointment.meter();
        }
        return action instanceof MeterAction.DismissPredictor dismissal
                ? dismissal.meter()
                : ((MeterAction.AssignMeter) action).meter();
    }

    private static Subject day(MeterId meter, LocalDate day) {
        return new Subject(meter.value(), day.toString(), List.of(StateKey.readings(meter, day)));
    }

    private static Subject of(IndexAction action) {
        if (action instanceof IndexAction.PublishIndexValues publish) {
            return values(publish.index(), publish.values());
        }
        if (action instanceof IndexAction.CorrectIndexValue correct) {
            return values(correct.index(), List.of(correct.value()));
        }
        if (action instanceof IndexAction.PublishIndexPage publish) {
            return day(publish.page());
        }
        if (action instanceof IndexAction.CorrectIndexPage correct) {
            return day(correct.page());
        }
        return new Subject(action.index().value(), "", List.of(StateKey.index(action.index())));
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

    private static Subject of(SettlementAction action, MemberId organisation) {
        if (action instanceof SettlementAction.CommitSettlement commit) {
            return new Subject(
                    commit.agreement().value(),
                    commit.period() + " " + commit.from() + " (" + commit.revision() + ")",
                    List.of(
                            StateKey.settlement(commit.agreement(), commit.period(), commit.from(), commit.revision()),
                            StateKey.hold(commit.agreement(), commit.period(), commit.from())));
        }
        if (action instanceof SettlementAction.HoldSettlement hold) {
            return new Subject(
                    hold.agreement().value(),
                    hold.period() + " " + hold.from(),
                    List.of(StateKey.hold(hold.agreement(), hold.period(), hold.from())));
        }
        if (action instanceof SettlementAction.DisputeSettlement dispute) {
            return of(dispute.settlement(), StateKey.dispute(dispute.settlement(), organisation));
        }
        if (action instanceof SettlementAction.ResolveDispute resolve) {
            return of(resolve.settlement(), StateKey.dispute(resolve.settlement(), resolve.disputedBy()));
        }
        if (action instanceof SettlementAction.RecordPayment payment) {
            return of(
                    payment.settlement(),
                    StateKey.payment(payment.settlement(), payment.document(), payment.reference()));
        }
        SettlementAction.ReversePayment reversal = (SettlementAction.ReversePayment) action;
        return of(
                reversal.settlement(),
                StateKey.payment(reversal.settlement(), reversal.document(), reversal.reference()));
    }

    private static Subject of(SettlementId id, StateKey key) {
        return new Subject(
                id.agreement().value(), id.period() + " " + id.from() + " (" + id.revision() + ")", List.of(key));
    }
}
