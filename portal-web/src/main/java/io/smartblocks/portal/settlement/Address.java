package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;

/** Where the page of a settlement is. */
final class Address {

    private Address() {}

    static String of(CommitSettlement settled) {
        return "/settlements/" + settled.agreement() + "/" + Slug.of(settled.period()) + "/" + settled.from() + "/"
                + settled.revision();
    }
}
