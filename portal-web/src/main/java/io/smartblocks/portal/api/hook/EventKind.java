package io.smartblocks.portal.api.hook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of events that a webhook can tell of. */
public enum EventKind {
    /** A period was settled for the first time. */
    SETTLEMENT_COMMITTED("settlement.committed"),
    /** A period cannot be settled yet. */
    SETTLEMENT_HELD("settlement.held"),
    /** A party disputed a settlement. */
    SETTLEMENT_DISPUTED("settlement.disputed"),
    /** A period was settled once more. */
    SETTLEMENT_CORRECTED("settlement.corrected"),
    /** A version of an agreement was proposed. */
    AGREEMENT_PROPOSED("agreement.proposed"),
    /** A party signed a version. */
    AGREEMENT_SIGNED("agreement.signed"),
    /** A version came into force. */
    AGREEMENT_ACTIVATED("agreement.activated"),
    /** An agreement was closed after its last day. */
    AGREEMENT_ENDED("agreement.ended"),
    /** A block was made. */
    BLOCK_CREATED("block.created"),
    /** A meter has sent nothing for longer than it may. */
    METER_LATE("meter.late");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    /** As programs and the page write it, such as {@code settlement.committed}. */
    public String code() {
        return code;
    }

    /** The kind with the code. */
    public static Optional<EventKind> withCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static String written(Set<EventKind> kinds) {
        return EnumSet.copyOf(kinds).stream().map(EventKind::code).collect(Collectors.joining(" "));
    }

    static Set<EventKind> read(String written) {
        return Arrays.stream(written.split(" "))
                .map(EventKind::withCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }
}
