package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.Waiting;
import java.util.List;
import org.springframework.stereotype.Component;

/** The agreements that wait for a reader's signature. */
@Component
class WaitingSignatures implements Waiting {

    private final Access access;
    private final Signing signing;

    WaitingSignatures(Access access, Signing signing) {
        this.access = access;
        this.signing = signing;
    }

    List<AgreementRecord> of(Account reader) {
        return reader.role().signs()
                ? access.agreements(reader).stream()
                        .filter(agreement -> signing.waitsFor(reader, agreement))
                        .toList()
                : List.of();
    }

    @Override
    public int count(Account reader) {
        return of(reader).size();
    }
}
