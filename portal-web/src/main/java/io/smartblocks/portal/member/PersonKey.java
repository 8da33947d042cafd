package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.OwnKey;
import org.springframework.stereotype.Component;

/** The key store with which a reader signs; its password confirms the reader where the sign-in has none. */
@Component
class PersonKey implements OwnKey {

    private final MemberKeys keys;

    PersonKey(MemberKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean has(Account reader) {
        return reader.member().map(MemberId::new).filter(keys::has).isPresent();
    }

    @Override
    public boolean opens(Account reader, String password) {
        try {
            return reader.member()
                    .map(MemberId::new)
                    .flatMap(member -> keys.open(member, password))
                    .isPresent();
        } catch (KeyFileProblem wrong) {
            return false;
        }
    }
}
