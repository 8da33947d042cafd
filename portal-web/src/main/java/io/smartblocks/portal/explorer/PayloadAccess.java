package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Reach;
import org.springframework.stereotype.Component;

/** Decides who may read what a transaction said. */
@Component
public class PayloadAccess {

    private final Access access;
    private final ReadModel read;

    PayloadAccess(Access access, ReadModel read) {
        this.access = access;
        this.read = read;
    }

    /** Whether the reader may see what was asked for. */
    public boolean mayRead(Account reader, Payload payload) {
        return Concern.of(payload).isWithin(access.reach(reader));
    }

    /** The page of a transaction; empty where what it said is not for this reader. */
    String link(Reach reach, TransactionSummary transaction) {
        return mayRead(reach, transaction) ? "/transactions/" + transaction.id() : "";
    }

    private boolean mayRead(Reach reach, TransactionSummary transaction) {
        return Concern.of(transaction)
                .or(() -> read.chain().transaction(transaction.id()).map(detail -> Concern.of(detail.payload())))
                .filter(concern -> concern.isWithin(reach))
                .isPresent();
    }
}
