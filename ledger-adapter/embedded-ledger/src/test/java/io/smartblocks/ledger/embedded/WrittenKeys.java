package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Under which keys a transaction may write, as the documentation says it: the one it is about, and those that follow.
 *
 * @param about what it must write
 * @param following what it may write besides
 */
record WrittenKeys(Pattern about, Pattern following) {

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    boolean hold(StateKey key) {
        return isAbout(key) || following.matcher(key.value()).matches();
    }

    boolean isAbout(StateKey key) {
        return about.matcher(key.value()).matches();
    }

    /** The keys of what is asked for; an action that is not known here is a failure. */
    static WrittenKeys of(Payload payload) {
        if (payload instanceof FoundLedger founding) {
            return new WrittenKeys(exactly("ledger"), exactly("member/" + founding.registrar()));
        }
        if (payload instanceof RateMember rating) {
            return new WrittenKeys(
                    Pattern.compile(
                            Pattern.quote("reputation/" + rating.organisation() + "/rating/" + rating.agreement())
                                    + "/[^/]+/" + rating.from() + "/.+"),
                    NOTHING);
        }
        if (payload instanceof StateParticulars stated) {
            return new WrittenKeys(exactly("particulars/" + stated.organisation()), NOTHING);
        }
        if (payload instanceof StatementAction action) {
            String place = "statement/" + action.place();
            return new WrittenKeys(exactly(place), Pattern.compile("reputation/.+/" + Pattern.quote(place)));
        }
        if (payload instanceof AgreementAction action) {
            return agreement(action);
        }
        return payload instanceof SettlementAction action
                ? settlement(action)
                : new WrittenKeys(thing(payload), NOTHING);
    }

    private static Pattern exactly(String key) {
        return Pattern.compile(Pattern.quote(key));
    }

    private static Pattern thing(Payload payload) {
        if (payload instanceof SiteAction action) {
            return exactly("site/" + action.site());
        }
        if (payload instanceof RecordReadings recorded) {
            return exactly("readings/" + recorded.page().meter() + "/"
                    + recorded.page().day());
        }
        if (payload instanceof CorrectReadings corrected) {
            return exactly("readings/" + corrected.page().meter() + "/"
                    + corrected.page().day());
        }
        if (payload instanceof MeterAction action) {
            return exactly("meter/" + meterOf(action));
        }
        if (payload instanceof RecordPrediction prediction) {
            return exactly("prediction/" + prediction.page().meter() + "/"
                    + prediction.page().day());
        }
        if (payload instanceof IndexAction action) {
            String index = "index/" + action.index();
            return action instanceof RegisterIndex
                    ? exactly(index)
                    : Pattern.compile(Pattern.quote(index) + "/\\d{4}-\\d\\d-\\d\\d");
        }
        return exactly("member/" + memberOf(payload));
    }

    private static Object memberOf(Payload payload) {
        if (payload instanceof ApplyForMembership action) {
            return action.member();
        }
        if (payload instanceof RegisterMember action) {
            return action.member();
        }
        if (payload instanceof ApproveMember action) {
            return action.member();
        }
        if (payload instanceof RejectApplication action) {
            return action.member();
        }
        if (payload instanceof GrantRoles action) {
            return action.member();
        }
        if (payload instanceof SuspendMember action) {
            return action.member();
        }
        if (payload instanceof ReadmitMember action) {
            return action.member();
        }
        if (payload instanceof RotateKey action) {
            return action.member();
        }
        throw new AssertionError("the oracle does not know what " + payload + " may write");
    }

    /** The meter that an action is about. */
    static MeterId meterOf(MeterAction action) {
        if (action instanceof RegisterMeter meter) {
            return meter.meter();
        }
        if (action instanceof AssignMeter meter) {
            return meter.meter();
        }
        if (action instanceof RetireMeter meter) {
            return meter.meter();
        }
        if (action instanceof AppointPredictor meter) {
            return meter.meter();
        }
        if (action instanceof DismissPredictor meter) {
            return meter.meter();
        }
        if (action instanceof RecordReadings recorded) {
            return recorded.page().meter();
        }
        if (action instanceof CorrectReadings corrected) {
            return corrected.page().meter();
        }
        throw new AssertionError("the oracle does not know which meter " + action + " is about");
    }

    private static WrittenKeys agreement(AgreementAction action) {
        Pattern version = exactly("agreement/" + action.agreement() + "/" + action.version());
        if (action instanceof ProposeAgreement proposal) {
            return new WrittenKeys(
                    version,
                    Pattern.compile(
                            "document/(" + Hash.of(proposal.text()) + "|" + Hash.of(proposal.compiledForm()) + ")"));
        }
        return action instanceof ActivateAgreement
                ? new WrittenKeys(version, Pattern.compile(Pattern.quote("agreement/" + action.agreement()) + "/[^/]+"))
                : new WrittenKeys(version, NOTHING);
    }

    private static WrittenKeys settlement(SettlementAction action) {
        String agreement = Pattern.quote("/" + action.agreement() + "/") + "[^/]+/";
        if (action instanceof CommitSettlement commit) {
            return new WrittenKeys(
                    Pattern.compile("settlement" + agreement + commit.from() + "/" + commit.revision()),
                    Pattern.compile("(hold|settled)" + agreement + commit.from()));
        }
        if (action instanceof HoldSettlement hold) {
            return new WrittenKeys(Pattern.compile("hold" + agreement + hold.from()), NOTHING);
        }
        if (action instanceof CoSignSettlement || action instanceof ReportDifference) {
            return new WrittenKeys(
                    Pattern.compile("verification" + agreement + "[^/]+/[^/]+/[^/]+"),
                    action instanceof CoSignSettlement
                            ? NOTHING
                            : Pattern.compile("dispute" + agreement + "[^/]+/[^/]+/[^/]+"));
        }
        String kind = action instanceof RecordPayment || action instanceof ReversePayment ? "payment" : "dispute";
        if (kind.equals("dispute") && !(action instanceof DisputeSettlement || action instanceof ResolveDispute)) {
            throw new AssertionError("the oracle does not know what " + action + " may write");
        }
        String path = kind + agreement + "[^/]+/[^/]+/.+";
        return new WrittenKeys(
                Pattern.compile(path),
                action instanceof DisputeSettlement
                        ? NOTHING
                        : Pattern.compile("reputation/.+/" + kind + agreement + ".+"));
    }

    /** Those of what is written that none of the transactions may write, and those that wrote nothing. */
    static List<String> unexplained(List<WrittenKeys> asked, List<StateKey> written) {
        List<String> nobody = written.stream()
                .filter(key -> asked.stream().noneMatch(keys -> keys.hold(key)))
                .map(key -> "nobody who signed may write '" + key + "'")
                .toList();
        return nobody.isEmpty()
                ? asked.stream()
                        .filter(keys -> written.stream().noneMatch(keys::isAbout))
                        .map(keys -> "nothing was written under " + keys.about())
                        .toList()
                : nobody;
    }
}
