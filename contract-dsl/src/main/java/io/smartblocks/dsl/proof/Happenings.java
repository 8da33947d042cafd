package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The events of an example: each that is asked for happens once, at noon of the first day. */
final class Happenings {

    private final Known known;
    private final Encoding encoding;
    private final Map<String, Declaration.Event> events = new TreeMap<>();

    Happenings(Known known, Encoding encoding) {
        this.known = known;
        this.encoding = encoding;
    }

    /** How often an event happened. */
    Optional<Formula> count(Expr.EventCount count, Linear unknown, Stretch stretch) {
        return count.during().isEmpty()
                        && count.over().previous() == 0
                        && count.over().period().equals(stretch.period())
                ? happens(count.event()).map(event -> equal(unknown, Linear.of(Exact.ONE)))
                : Optional.empty();
    }

    /** A figure of an event, of which there is one. */
    Optional<Formula> figure(Expr.Reference figure, Linear unknown) {
        return known.events().stream()
                .filter(event ->
                        event.figures().stream().anyMatch(it -> it.name().equals(figure.name())))
                .findFirst()
                .flatMap(event -> happens(event.name()))
                .map(event -> equal(unknown, encoding.input(figure)));
    }

    private Optional<Declaration.Event> happens(String name) {
        Optional<Declaration.Event> event =
                known.events().stream().filter(it -> it.name().equals(name)).findFirst();
        event.ifPresent(it -> events.put(name, it));
        return event;
    }

    /** The events told, or nothing in place of one whose figures have no decimal form. */
    List<Optional<String>> sentences(Search.Model model, Stretch stretch) {
        List<Optional<String>> told = new ArrayList<>();
        for (Declaration.Event event : events.values()) {
            List<Optional<String>> figures =
                    event.figures().stream().map(figure -> told(figure, model)).toList();
            boolean complete = figures.stream().allMatch(Optional::isPresent);
            String with =
                    String.join(", ", figures.stream().flatMap(Optional::stream).toList());
            told.add(Optional.of("given %s on %s at 12:00%s."
                            .formatted(
                                    event.name(), Wordings.day(stretch.from()), with.isEmpty() ? "" : " with " + with))
                    .filter(it -> complete));
        }
        return told;
    }

    private Optional<String> told(Declaration.Event.Figure figure, Search.Model model) {
        Integer met = encoding.met().get(new Expr.Reference(Kind.EVENT_FIGURE, figure.name(), figure.unit()));
        Exact value = met == null ? figure.unit().scale() : model.value(met);
        return value.signum() < 0
                ? Optional.empty()
                : Wordings.figure(value, figure.unit()).map(it -> figure.name() + " of " + it);
    }
}
