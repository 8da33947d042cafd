package io.smartblocks.ledger.peer;

import java.util.List;

/** What the chaincode says to a batch; peers endorse each of these, so that a refusal is also what all of them say. */
public sealed interface Answer {

    /** All of it may happen, and is written once it is ordered. */
    record Taken(int transactions) implements Answer {}

    /**
     * Its requests happened before; nothing is to be ordered.
     *
     * @param carriers the ids of the Fabric transactions that carried them, each once
     * @param transactions the ids of the transactions that stand, in the order of the requests
     */
    record Repeated(List<String> carriers, List<String> transactions) implements Answer {
        public Repeated {
            carriers = List.copyOf(carriers);
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * None of it may happen; nothing is to be ordered.
     *
     * @param code as on every ledger, see {@code RefusalCode.code}
     * @param transaction the place in the batch of the transaction that was refused, counted from 0
     * @param message why, for people
     */
    record Refused(String code, int transaction, String message) implements Answer {}
}
