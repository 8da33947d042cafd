package io.smartblocks.portal.settlement;

import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Section;
import io.smartblocks.runtime.run.SignedText;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.LineTrace.ReadingsUsed;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Follows each line of a statement from the words that were signed down to the readings. */
final class WhyReader {

    private static final Pattern FIXED = Pattern.compile(" (?:is|are) -?\\d[^×−+]*\\.$");

    private final Statement statement;
    private final SignedText text;
    private final Deed deed;
    private final Map<String, TermValue> values;

    WhyReader(Statement statement, SignedText text) {
        this.statement = statement;
        this.text = text;
        this.deed = Deed.of(text.words());
        this.values = statement.values().stream()
                .collect(Collectors.toMap(TermValue::name, Function.identity(), (first, second) -> second));
    }

    List<Why> read() {
        return statement.trace().stream().map(this::why).toList();
    }

    private Why why(LineTrace trace) {
        Line line = statement.lines().get(trace.line());
        String sentence = text.sentence(trace);
        List<TermValue> used = trace.terms().stream()
                .map(term -> Optional.ofNullable(values.get(term)))
                .flatMap(Optional::stream)
                .toList();
        return new Why(
                trace.line(),
                line.clause(),
                deed.clause(line.clause()).map(Section::title).orElse(""),
                line.description(),
                line.net(),
                statement.currency(),
                Deed.of(sentence).sections().stream()
                        .flatMap(section -> section.paragraphs().stream())
                        .toList(),
                trace.guards(),
                used.stream()
                        .filter(value -> sentence.contains(value.name()))
                        .map(value -> new Why.Named(definition(value), value))
                        .toList(),
                used.stream()
                        .filter(value -> !sentence.contains(value.name()))
                        .map(value -> new Why.Named(derivation(value), value))
                        .toList(),
                trace.readings().stream()
                        .map(readings -> new Why.Read(readings, gapRule(readings)))
                        .toList(),
                line.notes(),
                trace.rules());
    }

    private List<Paragraph> definition(TermValue value) {
        return deed.definition(value.name()).stream().toList();
    }

    /** The definition of a value that comes from others; that of a fixed one says no more than the figure. */
    private List<Paragraph> derivation(TermValue value) {
        return definition(value).stream()
                .filter(paragraph -> !FIXED.matcher(paragraph.words()).find())
                .toList();
    }

    private List<Paragraph> gapRule(ReadingsUsed readings) {
        if (readings.estimated() == 0) {
            return List.of();
        }
        return deed.sections().stream()
                .filter(section -> section.kind().equals(Deed.GAPS))
                .flatMap(section -> section.paragraphs().stream())
                .filter(paragraph -> paragraph.words().contains(readings.meter()))
                .toList();
    }
}
