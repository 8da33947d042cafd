package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the right side of a definition into the figures that it may have, each with what must hold for it. */
final class ValueLowering {

    private final Lowering lowering;
    private final String term;
    private final List<Limit> limits;

    ValueLowering(Lowering lowering, String term, List<Limit> limits) {
        this.lowering = lowering;
        this.term = term;
        this.limits = limits;
    }

    /** A figure and what must hold for it; no figure where it stays open which one holds. */
    record Choice(String name, List<Question> when, Optional<Figure> figure) {}

    List<Choice> of(Value value) {
        if (value instanceof Value.Cases cases) {
            return cases(cases);
        }
        return List.of(new Choice("", List.of(), Optional.of(lowering.limited(single(value), limits, term))));
    }

    private Figure single(Value value) {
        if (value instanceof Value.Plain plain) {
            return lowering.figure(plain.expr());
        }
        return value instanceof Value.Table table ? row(table) : banded((Value.Banded) value);
    }

    private Figure row(Value.Table table) {
        List<Lookup.TableRow.Rows> rows = table.rows().stream()
                .map(row -> new Lookup.TableRow.Rows(row.first(), row.last(), lowering.parameter(row.value(), row)))
                .toList();
        return lowering.input(new Lookup.TableRow(term, table.by(), rows));
    }

    private Figure banded(Value.Banded banded) {
        List<Figure> bands = new ArrayList<>();
        for (Value.Band band : banded.bands()) {
            band.upTo().map(lowering::figure).ifPresent(bands::add);
            bands.add(lowering.figure(band.at()));
        }
        Figure before = banded.countedFrom()
                .map(since -> lowering.input(new Across.SoFar(banded.of(), since)))
                .orElseGet(() -> lowering.parameter(Exact.ZERO));
        return new Figure.Banded(before, lowering.figure(banded.of()), bands, lowering.place());
    }

    private List<Choice> cases(Value.Cases cases) {
        List<Choice> choices = new ArrayList<>();
        List<Question> asked = new ArrayList<>();
        for (Value.Arm arm : cases.arms()) {
            Question question = lowering.question(arm.when());
            asked.add(question);
            Figure figure = lowering.limited(lowering.figure(arm.expr()), limits, term);
            choices.add(new Choice(", case " + asked.size(), List.of(question), Optional.of(figure)));
        }
        Question any = new Question.Combined(false, asked);
        Figure otherwise = lowering.limited(lowering.figure(cases.otherwise()), limits, term);
        choices.add(new Choice(", otherwise", List.of(new Question.Opposite(any)), Optional.of(otherwise)));
        if (any.canBePartly()) {
            choices.add(new Choice(", open", List.of(new Question.Undecided(any)), Optional.empty()));
        }
        return choices;
    }
}
