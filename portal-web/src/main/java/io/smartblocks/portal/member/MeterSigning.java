package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import java.util.Optional;

/** Signs readings for those meter operators whose machine key lies on this machine. */
@FunctionalInterface
public interface MeterSigning {

    /** Who signs for the organisation; empty where nobody here can. */
    Optional<Signer> of(MemberId organisation);
}
