package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says, without asking the families, whether what a block wrote could come from those who signed it. */
final class WriteOracle {

    private final TreeMap<StateKey, State> states = new TreeMap<>();

    /** All that was written so far. */
    List<StateEntry> states() {
        return states.entrySet().stream()
                .map(entry -> new StateEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Takes in a batch; what nobody who signed it may have done. */
    Optional<String> problem(CommittedBatch batch) {
        Optional<String> problem = batch.transactions().stream()
                .filter(transaction -> !authentic(transaction, batch))
                .map(transaction -> "transaction " + transaction.id() + " is not signed by '"
                        + transaction.body().signer() + "'")
                .findFirst()
                .or(() -> batch.writes().stream()
                        .filter(write -> batch.transactions().stream().noneMatch(each -> may(each, write, batch)))
                        .map(write -> "nobody who signed may write '" + write.key() + "'")
                        .findFirst());
        batch.writes().forEach(write -> states.put(write.key(), write.state()));
        return problem;
    }

    private boolean authentic(Transaction transaction, CommittedBatch batch) {
        if (!transaction.hasItsId()) {
            return false;
        }
        if (transaction.body().payload() instanceof FoundLedger founding) {
            return transaction.signatureHolds(founding.publicKey());
        }
        if (transaction.body().payload() instanceof ApplyForMembership application) {
            return transaction.signatureHolds(application.publicKey());
        }
        return before(transaction.body().signer())
                        .filter(member -> transaction.signatureHolds(member.publicKey()))
                        .isPresent()
                || within(batch, transaction.body().signer())
                        .filter(member -> transaction.signatureHolds(member.publicKey()))
                        .isPresent();
    }

    private static Optional<Member> within(CommittedBatch batch, MemberId signer) {
        return batch.writes().stream()
                .filter(write -> write.key().equals(StateKey.member(signer)))
                .map(write -> ((MemberState) write.state()).member())
                .findFirst();
    }

    private Optional<Member> before(MemberId id) {
        return Optional.ofNullable(states.get(StateKey.member(id))).map(state -> ((MemberState) state).member());
    }

    private boolean may(Transaction transaction, StateEntry write, CommittedBatch batch) {
        MemberId signer = transaction.body().signer();
        if (transaction.body().payload() instanceof FoundLedger) {
            return write.key().equals(StateKey.ledger()) || write.key().equals(StateKey.member(signer));
        }
        if (write.key().equals(StateKey.member(signer))) {
            return true;
        }
        // what a role allows may be granted or taken by another transaction of the same batch
        return Stream.concat(before(signer).stream(), within(batch, signer).stream())
                .filter(Member::active)
                .anyMatch(member -> mayWrite(write.key().kind(), member));
    }

    private static boolean mayWrite(String kind, Member member) {
        return switch (kind) {
            case "ledger", "member" -> member.has(Role.REGISTRAR);
            case "meter" -> member.has(Role.METER_OPERATOR) || member.has(Role.REGISTRAR);
            case "readings" -> member.has(Role.METER_OPERATOR);
            case "index" -> member.has(Role.INDEX_PUBLISHER) || member.has(Role.REGISTRAR);
            case "settlement", "hold" -> member.has(Role.RUNTIME);
            default -> true;
        };
    }
}
