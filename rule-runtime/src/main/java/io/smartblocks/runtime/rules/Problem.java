package io.smartblocks.runtime.rules;

import java.util.List;

/** Why a settlement is held or refused; found at a term, a clause or an input. */
public record Problem(Kind kind, String code, String message, String where, List<String> notified) {

    /** What follows from a problem. */
    public enum Kind {
        HELD,
        REFUSED
    }

    public Problem {
        notified = List.copyOf(notified);
    }
}
