package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Outcome;
import io.smartblocks.portal.audit.Told;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells the audit log what is asked of the ledger: first that it is asked, then what came of it. */
@Component
public class ActsTold {

    private static final int LONGEST_SAID = 1_500;

    private final AuditLog log;
    private final Ledger ledger;

    /** Of a log and the ledger on which the acts are to stand. */
    public ActsTold(AuditLog log, Ledger ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    /** Does it, if the log can be told before; the ledger's own answer is told afterwards. */
    public Submission around(
            Account reader, Act act, List<? extends Payload> payloads, String reason, Supplier<Submission> doing) {
        return around(Told.of(reader, act, "").because(reason), payloads, doing);
    }

    /**
     * The same where it is no reader of pages who asks.
     *
     * @param by who asks, and why
     */
    public Submission around(Told by, List<? extends Payload> payloads, Supplier<Submission> doing) {
        Payload first = payloads.get(0);
        String subject =
                first.action() + ' ' + about(first) + (payloads.size() > 1 ? " +" + (payloads.size() - 1) : "");
        Told asked = by.about(subject.strip()).changed(before(first), said(payloads));
        log.tell(asked.with(Outcome.ASKED));
        try {
            Submission answer = doing.get();
            log.tellAfterwards(
                    answer instanceof Submission.Committed done
                            ? asked.in(done.transactions().get(0).toString())
                            : asked.with(Outcome.REFUSED)
                                    .changed(asked.before(), ((Submission.Refused) answer).message()));
            return answer;
        } catch (LedgerUnavailable away) {
            log.tellAfterwards(asked.with(away.outcomeUnknown() ? Outcome.UNKNOWN : Outcome.REFUSED)
                    .changed(asked.before(), String.valueOf(away.getMessage())));
            throw away;
        }
    }

    private static String about(Payload payload) {
        if (payload instanceof AgreementAction agreement) {
            return agreement.agreement() + " " + agreement.version();
        }
        if (payload instanceof StatementAction statement) {
            return statement.agreement().value();
        }
        if (payload instanceof SettlementAction settlement) {
            return settlement.agreement().value();
        }
        if (payload instanceof IndexAction index) {
            return index.index().value();
        }
        return subject(payload)
                .map(key -> key.value().substring(key.kind().length() + 1))
                .orElse("");
    }

    /** What stands there now of what is to be changed, where it is one thing. */
    private String before(Payload payload) {
        Optional<State> stands = subject(payload).flatMap(key -> ledger.state(key));
        return stands.map(ActsTold::inShort).orElse("");
    }

    private static Optional<StateKey> subject(Payload payload) {
        if (payload instanceof MemberAction.StateParticulars stated) {
            return Optional.of(StateKey.particulars(stated.organisation()));
        }
        if (payload instanceof MemberAction member) {
            return member(member).map(StateKey::member);
        }
        if (payload instanceof SiteAction site) {
            return Optional.of(StateKey.site(site.site()));
        }
        if (payload instanceof MeterAction.AssignMeter assigned) {
            return Optional.of(StateKey.meter(assigned.meter()));
        }
        if (payload instanceof MeterAction.RetireMeter retired) {
            return Optional.of(StateKey.meter(retired.meter()));
        }
        return payload instanceof MeterAction.RegisterMeter registered
                ? Optional.of(StateKey.meter(registered.meter()))
                : Optional.empty();
    }

    private static Optional<MemberId> member(MemberAction action) {
        if (action instanceof MemberAction.ApplyForMembership applied) {
            return Optional.of(applied.member());
        }
        if (action instanceof MemberAction.ApproveMember approved) {
            return Optional.of(approved.member());
        }
        if (action instanceof MemberAction.RejectApplication rejected) {
            return Optional.of(rejected.member());
        }
        if (action instanceof MemberAction.RegisterMember registered) {
            return Optional.of(registered.member());
        }
        if (action instanceof MemberAction.GrantRoles granted) {
            return Optional.of(granted.member());
        }
        if (action instanceof MemberAction.SuspendMember suspended) {
            return Optional.of(suspended.member());
        }
        if (action instanceof MemberAction.ReadmitMember readmitted) {
            return Optional.of(readmitted.member());
        }
        if (action instanceof MemberAction.RotateKey rotated) {
            return Optional.of(rotated.member());
        }
        return action instanceof MemberAction.RateMember rated ? Optional.of(rated.organisation()) : Optional.empty();
    }

    private static String inShort(State state) {
        if (state instanceof MemberState standing) {
            Member member = standing.member();
            return member.status() + " " + member.roles() + " key "
                    + member.publicKey().shortFingerprint();
        }
        if (state instanceof ParticularsState said) {
            return CanonicalJson.write(said.particulars());
        }
        if (state instanceof SiteState site) {
            return CanonicalJson.write(site);
        }
        return state instanceof MeterState meter ? CanonicalJson.write(meter) : "";
    }

    /** What is asked for, as the ledger writes it; whole texts stand on the ledger and are not kept twice. */
    private static String said(List<? extends Payload> payloads) {
        StringBuilder said = new StringBuilder();
        for (Payload payload : payloads) {
            String json = CanonicalJson.write((Record) payload);
            said.append(said.isEmpty() ? "" : "\n").append(json.length() <= LONGEST_SAID ? json : payload.action());
        }
        return said.toString();
    }
}
