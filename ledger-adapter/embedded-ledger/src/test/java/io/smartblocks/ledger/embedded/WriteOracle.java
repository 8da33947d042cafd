package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says, without asking the families, whether what a block wrote could come from those who signed it. */
final class WriteOracle {

    private record Requested(MemberId signer, String requestKey) {}

    private final TreeMap<StateKey, State> states = new TreeMap<>();
    private final KnownMembers members = new KnownMembers();
    private final KnownRights rights = new KnownRights();
    private final Map<TransactionId, MemberId> signers = new HashMap<>();
    private final Set<Requested> requests = new HashSet<>();
    private LedgerId ledger = LedgerId.NONE;

    /** All that was written so far. */
    List<StateEntry> states() {
        return states.entrySet().stream()
                .map(entry -> new StateEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Takes in a batch of a block of that time; what nobody who signed it may have done. */
    Optional<String> problem(CommittedBatch batch, Instant time) {
        for (Transaction transaction : batch.transactions()) {
            Optional<String> problem = problem(transaction, time);
            if (problem.isPresent()) {
                return problem;
            }
            takeIn(transaction);
        }
        batch.writes().forEach(write -> states.put(write.key(), write.state()));
        List<WrittenKeys> asked = batch.transactions().stream()
                .map(transaction -> WrittenKeys.of(transaction.body().payload()))
                .toList();
        List<StateKey> written = batch.writes().stream().map(StateEntry::key).toList();
        return Stream.concat(
                        WrittenKeys.unexplained(asked, written).stream(),
                        batch.writes().stream().flatMap(write -> unasked(write).stream()))
                .findFirst();
    }

    private Optional<String> problem(Transaction transaction, Instant time) {
        TransactionBody body = transaction.body();
        String who =
                "transaction " + transaction.id() + ", " + body.payload().action() + " of '" + body.signer() + "', ";
        LedgerId expected = body.payload() instanceof FoundLedger ? LedgerId.NONE : ledger;
        if (!body.ledger().equals(expected)) {
            return Optional.of(who + "is for another ledger");
        }
        Optional<Member> signer = signer(body, time);
        if (signer.isEmpty()) {
            return Optional.of(who + "who may not act");
        }
        if (!transaction.hasItsId() || !transaction.signatureHolds(signer.get().publicKey())) {
            return Optional.of(who + "is not signed with the member's key");
        }
        if (!requests.add(new Requested(body.signer(), body.requestKey().value()))) {
            return Optional.of(who + "was asked for before");
        }
        return rights.may(signer.get(), body.payload())
                ? Optional.empty()
                : Optional.of(who + "is beyond the signer's rights: " + body.payload());
    }

    private Optional<Member> signer(TransactionBody body, Instant time) {
        if (body.payload() instanceof FoundLedger founding) {
            return Optional.of(stranger(body.signer(), founding.publicKey()));
        }
        return body.payload() instanceof ApplyForMembership application
                ? Optional.of(stranger(body.signer(), application.publicKey()))
                : members.acting(body.signer(), time);
    }

    private static Member stranger(MemberId id, VerifyingKey key) {
        return new Member(id, "", id, Set.of(), key, Member.Status.APPLIED);
    }

    private void takeIn(Transaction transaction) {
        Payload payload = transaction.body().payload();
        if (payload instanceof FoundLedger) {
            ledger = LedgerId.of(transaction);
        }
        if (payload instanceof MemberAction action) {
            members.takeIn(action);
        }
        MemberId signer = transaction.body().signer();
        signers.put(transaction.id(), signer);
        rights.takeIn(transaction, members.of(signer).orElseThrow().organisation());
    }

    /** What is written must be what was asked for, where that can be told without the families. */
    private Optional<String> unasked(StateEntry write) {
        if (write.state() instanceof MemberState state) {
            return members.of(state.member().id())
                            .filter(state.member()::equals)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("nobody asked that '" + write.key() + "' be " + state);
        }
        if (write.state() instanceof AgreementState state) {
            return state.signatures().stream()
                    .filter(signature -> !given(signature))
                    .map(signature -> "'" + write.key() + "' bears a signature that nobody gave: " + signature)
                    .findFirst();
        }
        return Optional.empty();
    }

    private boolean given(PartySignature signature) {
        return signature.signer().equals(signers.get(signature.transaction()));
    }
}
