package io.smartblocks.runtime.settlement;

import static io.smartblocks.runtime.evidence.CanonicalWriter.name;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.runtime.evidence.CanonicalWriter;
import io.smartblocks.runtime.evidence.CanonicalWriter.Name;
import java.util.IdentityHashMap;
import java.util.Map;

/** The traces of a statement's lines and duties as canonical JSON. */
final class TraceWriter {

    private static final Name ACTUAL = name("actual");
    private static final Name ADJUSTMENTS = name("adjustments");
    private static final Name AMOUNT = name("amount");
    private static final Name AT = name("at");
    private static final Name CLAUSE = name("clause");
    private static final Name DAYS = name("days");
    private static final Name ESTIMATED = name("estimated");
    private static final Name ESTIMATED_FROM = name("estimatedFrom");
    private static final Name EVENT = name("event");
    private static final Name EVENTS = name("events");
    private static final Name FIGURES = name("figures");
    private static final Name FROM = name("from");
    private static final Name GUARD = name("guard");
    private static final Name GUARDS = name("guards");
    private static final Name HELD = name("held");
    private static final Name LINE = name("line");
    private static final Name METER = name("meter");
    private static final Name MISSING = name("missing");
    private static final Name NAME = name("name");
    private static final Name ON = name("on");
    private static final Name READINGS = name("readings");
    private static final Name RULES = name("rules");
    private static final Name SENTENCE = name("sentence");
    private static final Name STAND = name("stand");
    private static final Name STANDS = name("stands");
    private static final Name TERMS = name("terms");
    private static final Name TO = name("to");
    private static final Name UNIT = name("unit");

    private final CanonicalWriter out;
    private final Map<Object, CanonicalWriter.Part> written = new IdentityHashMap<>(32);

    TraceWriter(CanonicalWriter out) {
        this.out = out;
    }

    void write(LineTrace trace) {
        out.open();
        if (!trace.adjustments().isEmpty()) {
            out.member(ADJUSTMENTS, trace.adjustments(), this::adjustment);
        }
        out.word(CLAUSE, trace.clause());
        if (!trace.events().isEmpty()) {
            out.member(EVENTS);
            once(trace.events(), () -> out.list(trace.events(), event -> once(event, () -> event(event))));
        }
        out.member(GUARDS, trace.guards(), this::guard)
                .member(LINE, trace.line())
                .member(READINGS, trace.readings(), this::readings)
                .words(RULES, trace.rules())
                .member(SENTENCE);
        SourceRange at = trace.sentence();
        out.numbers(at.start(), at.end(), at.line(), at.column())
                .words(TERMS, trace.terms())
                .close();
    }

    private void guard(LineTrace.GuardValue guard) {
        out.open().member(GUARD, guard.guard()).member(HELD, guard.held()).close();
    }

    private void readings(LineTrace.ReadingsUsed used) {
        out.open()
                .member(ACTUAL, used.actual())
                .member(DAYS, used.days())
                .member(ESTIMATED, used.estimated())
                .member(ESTIMATED_FROM, used.estimatedFrom(), out::text)
                .member(FROM, used.from().toString())
                .word(METER, used.meter())
                .member(MISSING, used.missing());
        if (!used.stands().isEmpty()) {
            out.member(STANDS, used.stands(), this::stand);
        }
        out.member(TO, used.to().toString()).close();
    }

    private void stand(LineTrace.StandUsed used) {
        out.open()
                .member(ESTIMATED, used.estimated())
                .member(ON, used.on().toString())
                .member(STAND, used.stand())
                .word(UNIT, used.unit())
                .close();
    }

    /** Lines that rest on the same events share these, and many the list of them, and with it what was written of it. */
    private void once(Object value, Runnable write) {
        CanonicalWriter.Part before = written.get(value);
        if (before == null) {
            written.put(value, out.part(write));
        } else {
            out.again(before);
        }
    }

    private void event(LineTrace.EventUsed used) {
        out.open()
                .member(AT, used.at().toString())
                .word(EVENT, used.event())
                .member(FIGURES, used.figures(), out::text)
                .close();
    }

    private void adjustment(LineTrace.AdjustmentUsed used) {
        out.open()
                .member(AMOUNT, used.amount())
                .member(FROM, used.from().toString())
                .member(NAME, used.name())
                .member(TO, used.to().toString())
                .word(UNIT, used.unit())
                .close();
    }
}
