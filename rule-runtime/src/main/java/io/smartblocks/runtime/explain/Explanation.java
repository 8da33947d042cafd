package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of a statement in words, one sentence a line of text. */
public final class Explanation {

    private final Statement statement;
    private final Line line;
    private final Optional<LineTrace> trace;

    private Explanation(Statement statement, int index) {
        this.statement = statement;
        this.line = statement.lines().get(index);
        this.trace =
                statement.trace().stream().filter(each -> each.line() == index).findFirst();
    }

    /** The explanation of a line, counted from zero; {@code source} is the agreement's text, if it is at hand. */
    public static List<String> of(Statement statement, int index, Optional<String> source) {
        return new Explanation(statement, index).words(source);
    }

    private List<String> words(Optional<String> source) {
        List<String> words = new ArrayList<>();
        words.add(line.payer() + " pays " + line.payee() + " " + line.net() + " " + statement.currency() + " for \""
                + line.description() + "\" under clause " + line.clause() + ", due on " + line.due() + ".");
        if (line.vatRate().signum() > 0) {
            words.add("VAT at " + percent(line.vatRate()) + " % is added to it, once for all lines of that rate.");
        }
        line.notes().forEach(note -> words.add("Note: " + note + "."));
        trace.ifPresent(found -> {
            source.ifPresent(text -> words.add("The agreement says: " + sentence(found, text)));
            found.guards()
                    .forEach(guard ->
                            words.add("Asked whether " + guard.guard() + ": " + (guard.held() ? "yes." : "no.")));
            values(found).forEach(words::add);
            words.add("Rules that fired: " + String.join("; ", found.rules()) + ".");
            found.readings().forEach(used -> {
                words.add(readings(used));
                used.stands().forEach(stand -> words.add(stand(used.meter(), stand)));
            });
            found.adjustments().forEach(used -> words.add(adjustment(used)));
            found.events().forEach(used -> words.add(event(used)));
        });
        words.add("Settled for " + statement.period() + " from " + statement.from() + " up to " + statement.to()
                + " on evidence " + statement.evidenceDigest() + " as of block " + statement.asOfBlock() + ".");
        return words;
    }

    private static String sentence(LineTrace trace, String source) {
        int start = Math.min(trace.sentence().start(), source.length());
        int end = Math.min(trace.sentence().end(), source.length());
        return source.substring(start, end).strip().replaceAll("\\s+", " ");
    }

    private List<String> values(LineTrace found) {
        List<String> words = new ArrayList<>();
        for (TermValue value : statement.values()) {
            if (found.terms().contains(value.name())) {
                words.add(value.name() + " is " + value.shown() + (value.unit().isEmpty() ? "" : " " + value.unit())
                        + ".");
            }
        }
        return words;
    }

    private static String readings(LineTrace.ReadingsUsed used) {
        String words = used.meter() + " was read " + (used.actual() + used.estimated() + used.missing()) + " times in "
                + used.days() + " days from " + used.from() + " up to " + used.to();
        return used.estimated() == 0
                ? words + ", none estimated."
                : words + ", " + used.estimated() + " of them estimated, the first for "
                        + used.estimatedFrom().get(0) + ".";
    }

    private static String stand(String meter, LineTrace.StandUsed used) {
        return meter + (used.estimated() ? " is estimated to have stood at " : " stood at ") + used.stand() + " "
                + used.unit() + " on " + used.on() + ".";
    }

    private static String event(LineTrace.EventUsed used) {
        return used.event() + " on " + used.at().toLocalDate() + " at "
                + used.at().toLocalTime()
                + (used.figures().isEmpty() ? "." : ": " + String.join(", ", used.figures()) + ".");
    }

    private static String adjustment(LineTrace.AdjustmentUsed used) {
        return used.name() + " from " + used.from() + " to " + used.to().minusDays(1) + " is " + used.amount() + " "
                + used.unit() + ".";
    }

    private static String percent(Exact rate) {
        return rate.times(Exact.of(100))
                .toDecimal(4, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
