package io.smartblocks.runtime.settlement;

import java.util.List;

/** What became of a case; values reached before a hold or a refusal are told as well. */
public sealed interface Outcome {

    List<TermValue> values();

    /** The period is settled. */
    record Settled(Settlement settlement) implements Outcome {
        @Override
        public List<TermValue> values() {
            return settlement.statement().values();
        }
    }

    /** The settlement waits until its reasons are gone. */
    record Held(List<String> reasons, List<String> notified, List<TermValue> values) implements Outcome {
        public Held {
            reasons = List.copyOf(reasons);
            notified = List.copyOf(notified);
            values = List.copyOf(values);
        }
    }

    /** The agreement gives no result for this period; {@code where} is the clause or term that does not. */
    record Refused(String code, String message, String where, List<TermValue> values) implements Outcome {
        public Refused {
            values = List.copyOf(values);
        }
    }
}
