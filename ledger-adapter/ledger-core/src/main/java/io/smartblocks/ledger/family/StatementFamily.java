package io.smartblocks.ledger.family;

import io.smartblocks.ledger.transaction.StatementAction;

/** What parties state and confirm about an agreement in force. */
final class StatementFamily {

    private StatementFamily() {}

    static Decision decide(StatementAction action, Request request) {
        return request.notAllowed("a party of agreement '" + action.agreement() + "' that may state it");
    }
}
