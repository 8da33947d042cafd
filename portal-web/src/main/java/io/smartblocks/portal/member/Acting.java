package io.smartblocks.portal.member;

import io.smartblocks.ledger.family.Decision;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Signature;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Confirmation;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditAway;
import io.smartblocks.portal.words.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts what a reader decides on the ledger: asks for the password again, signs with the reader's own key, submits. */
@Component
public class Acting {

    /** What came of it. */
    public sealed interface Outcome {
        /** It stands on the ledger, in this transaction. */
        record Done(String transaction) implements Outcome {}

        /** Nothing was done, because the password was not confirmed. */
        record Unconfirmed(String message) implements Outcome {}

        /** Nothing was done, or it is not known, for this reason. */
        record Refused(String message) implements Outcome {}
    }

    private final Confirmation confirmation;
    private final MemberKeys keys;
    private final Submitting submitting;
    private final ActsTold told;
    private final Ledger ledger;
    private final Suspended suspended;
    private final Names names;
    private final Clock clock;
    private final Words say;

    Acting(
            Confirmation confirmation,
            MemberKeys keys,
            Submitting submitting,
            ActsTold told,
            Ledger ledger,
            Suspended suspended,
            Names names,
            Clock clock,
            Words say) {
        this.told = told;
        this.suspended = suspended;
        this.names = names;
        this.confirmation = confirmation;
        this.keys = keys;
        this.submitting = submitting;
        this.ledger = ledger;
        this.clock = clock;
        this.say = say;
    }

    /** Whether the reader could put anything on the ledger: it signs for an organisation or administers, and has a key. */
    public static boolean mayAct(Account reader) {
        return reader.role().acts() && reader.member().isPresent();
    }

    /** Whether the reader could put a text before its parties, which binds nobody yet: its role draws up texts, and it has a key. */
    public static boolean mayPropose(Account reader) {
        return reader.role().proposes() && reader.member().isPresent();
    }

    /** What keeps the reader from putting anything that binds on the ledger now. */
    public Optional<String> hindrance(Account reader) {
        return hindrance(reader, reader.role().acts());
    }

    /** What keeps the reader from putting a text before its parties now. */
    public Optional<String> hindranceToPropose(Account reader) {
        return hindrance(reader, reader.role().proposes());
    }

    private Optional<String> hindrance(Account reader, boolean allowed) {
        if (!allowed) {
            return Optional.of(say.message("act.role", say.message("role." + reader.role())));
        }
        return reader.member().isEmpty()
                ? Optional.of(say.message("act.keyless"))
                : reader.member().map(MemberId::new).flatMap(suspended::words);
    }

    /** The same for one request: whoever has a key may apply with it and replace it, whatever the role. */
    private Optional<String> hindrance(Account reader, Payload payload) {
        if (payload instanceof ProposeAgreement) {
            return hindranceToPropose(reader);
        }
        Optional<String> about = payload instanceof RotateKey rotation
                ? Optional.of(rotation.member().value())
                : payload instanceof ApplyForMembership application
                        ? Optional.of(application.member().value())
                        : Optional.empty();
        return about.isPresent() && about.equals(reader.member()) ? Optional.empty() : hindrance(reader);
    }

    /** What is wrong with the password, which is asked for before anything binding. */
    public Optional<String> unconfirmed(Account reader, String password) {
        return confirmation.of(reader, password) instanceof Confirmation.Answer.Refused refused
                ? Optional.of(say.message(refused.key(), refused.seconds()))
                : Optional.empty();
    }

    /**
     * All of the requests or none.
     *
     * @param once names the request, so that a form that is sent twice is done once
     */
    public Outcome act(Account reader, String password, String once, List<? extends Payload> payloads) {
        return unconfirmed(reader, password)
                .<Outcome>map(Outcome.Unconfirmed::new)
                .orElseGet(() -> actConfirmed(reader, password, once, payloads));
    }

    /** The same where the password was confirmed already. */
    public Outcome actConfirmed(Account reader, String password, String once, List<? extends Payload> payloads) {
        return actConfirmed(reader, password, once, payloads, "");
    }

    /**
     * The same for a reason.
     *
     * @param reason kept in the audit log, also where the ledger keeps none
     */
    public Outcome actConfirmed(
            Account reader, String password, String once, List<? extends Payload> payloads, String reason) {
        Optional<String> hindered = payloads.stream()
                .flatMap(payload -> hindrance(reader, payload).stream())
                .findFirst();
        if (hindered.isPresent()) {
            return new Outcome.Refused(hindered.get());
        }
        try {
            Optional<Signer> signer = reader.member().map(MemberId::new).flatMap(member -> keys.open(member, password));
            return signer.map(known -> submitted(told.around(
                            reader, Act.LEDGER, payloads, reason, () -> submitting.submit(known, once, payloads))))
                    .orElseGet(() -> new Outcome.Refused(
                            say.message("act.nokey", reader.member().orElse(reader.name()))));
        } catch (KeyFileProblem e) {
            return new Outcome.Refused(say.message("act.key", e.getMessage()));
        } catch (AuditAway e) {
            return new Outcome.Refused(say.message("act.audit"));
        } catch (LedgerUnavailable e) {
            return new Outcome.Refused(say.message(e.outcomeUnknown() ? "act.unknown" : "act.unavailable"));
        }
    }

    private Outcome submitted(Submission submission) {
        if (submission instanceof Submission.Committed committed) {
            return new Outcome.Done(committed.transactions().get(0).toString());
        }
        Submission.Refused refused = (Submission.Refused) submission;
        return new Outcome.Refused(
                refused.code().equals(RefusalCode.REQUEST_KEY_USED.code())
                        ? say.message("act.again")
                        : say.message("act.refused", inWords(refused.code(), refused.message())));
    }

    /** Why the ledger would refuse this now if the reader asked for it; it decides again when it is asked. */
    public Optional<String> foreseen(Account reader, Payload payload) {
        Optional<String> hindered = hindrance(reader, payload);
        if (hindered.isPresent()) {
            return hindered;
        }
        try {
            return refused(reader, payload);
        } catch (LedgerUnavailable away) {
            return Optional.of(say.message("act.away"));
        }
    }

    private Optional<String> refused(Account reader, Payload payload) {
        TransactionBody body = new TransactionBody(
                ledger.id(),
                payload,
                new MemberId(reader.member().orElseThrow()),
                new RequestKey("foreseen"),
                clock.instant());
        Transaction unsigned =
                new Transaction(Transaction.idOf(body), body, new Signature("", new InclusionPath(0, 1, List.of())));
        return Families.apply(unsigned, ledger, clock.instant()) instanceof Decision.Refused refused
                ? Optional.of(say.message("act.would", inWords(refused.code().code(), refused.message())))
                : Optional.empty();
    }

    /** What the ledger said, with names in the place of ids. */
    private String inWords(String code, String message) {
        return say.told("refusal", code, names.inWords(message));
    }
}
