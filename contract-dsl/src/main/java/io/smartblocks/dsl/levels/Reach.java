package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;

/** How often a part of an expression has a value, and where that part stands. */
record Reach(Kind kind, String period, TimeSpan every, SourceRange at) {

    private static final TimeSpan ANY = new TimeSpan(1, TimeSpan.Unit.MINUTE);

    /** From the steadiest to the busiest; a period stands apart. */
    enum Kind {
        AGREEMENT,
        CLOCK,
        INDEX,
        READING,
        EVENT,
        PERIOD
    }

    static Reach agreement(SourceRange at) {
        return new Reach(Kind.AGREEMENT, "", ANY, at);
    }

    /** Follows the local clock: a value for each reading of whatever meter it is used with. */
    static Reach clock(SourceRange at) {
        return new Reach(Kind.CLOCK, "", ANY, at);
    }

    static Reach index(TimeSpan every, SourceRange at) {
        return new Reach(Kind.INDEX, "", every, at);
    }

    static Reach reading(TimeSpan every, SourceRange at) {
        return new Reach(Kind.READING, "", every, at);
    }

    static Reach period(String period, TimeSpan every, SourceRange at) {
        return new Reach(Kind.PERIOD, period, every, at);
    }

    static Reach event(String event, SourceRange at) {
        return new Reach(Kind.EVENT, event, ANY, at);
    }

    Reach at(SourceRange place) {
        return new Reach(kind, period, every, place);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** True for what has a value for each reading, or for each moment. */
    boolean isOfReadings() {
        return kind == Kind.CLOCK || kind == Kind.INDEX || kind == Kind.READING;
    }

    /** True if this and the other can stand in one expression without an aggregate. */
    boolean mixesWith(Reach other) {
        if (kind == Kind.AGREEMENT || other.kind == Kind.AGREEMENT) {
            return true;
        }
        if (kind == Kind.PERIOD || other.kind == Kind.PERIOD) {
            return kind == Kind.CLOCK
                    || other.kind == Kind.CLOCK
                    || kind == Kind.INDEX && lastsAsLongAs(other)
                    || other.kind == Kind.INDEX && other.lastsAsLongAs(this)
                    || kind == other.kind && period.equals(other.period);
        }
        if (kind == Kind.EVENT || other.kind == Kind.EVENT) {
            return kind != Kind.READING
                    && other.kind != Kind.READING
                    && (kind != other.kind || period.equals(other.period));
        }
        return kind != Kind.READING || other.kind != Kind.READING || every.equals(other.every);
    }

    /** An index that is published no more often than a period comes can have one value in it. */
    private boolean lastsAsLongAs(Reach other) {
        return every.roughMinutes() >= other.every.roughMinutes();
    }

    /** The busier of two that mix. */
    Reach and(Reach other) {
        if (kind == Kind.INDEX && other.kind == Kind.INDEX) {
            return lastsAsLongAs(other) ? other : this;
        }
        return kind.compareTo(other.kind) >= 0 ? this : other;
    }

    String words() {
        return switch (kind) {
            case AGREEMENT -> "one value for the whole agreement";
            case CLOCK -> "a value for each moment of the day";
            case INDEX -> "a value that changes when it is published";
            case READING -> "a value for each reading, every " + every.words();
            case EVENT, PERIOD -> "a value for each %s".formatted(period);
        };
    }
}
