package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.Comparator;
import java.util.List;

/** What happened in worlds of the families' tests, from the founding on. */
public final class LongStory {

    private LongStory() {}

    /** Signs as any of the members. */
    public static Signer signer(String member) {
        return Signer.of(new MemberId(member), World.key());
    }

    /** Where most happened; some of it lies in the future, and is refused until then. */
    public static List<Transaction> longest() {
        return AuthorisationTests.CASES.stream()
                .map(each -> each.world().asked())
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Until an agreement of two parties came into force. */
    public static List<Transaction> agreement() {
        return World.withActiveAgreement().asked();
    }
}
