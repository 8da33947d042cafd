package io.smartblocks.portal.settlement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What figures an agreement can be given, and the sentence of a scenario that gives one. */
final class GivenNames {

    private static final int MOST_NAMED = 30;
    private static final Pattern FIGURE = Pattern.compile("[-\u2212+]?\\d{1,15}(?:\\.\\d{1,9})?");

    /** A sentence, or which problem keeps it from being one with the words that belong to it. */
    record Sentence(String words, String problem) {
        private static Sentence of(String words) {
            return new Sentence(words, "");
        }
    }

    /** One name with the unit of its figures. */
    record Named(String name, String unit) {}

    private final Map<String, Declaration> known = new LinkedHashMap<>();

    GivenNames(Agreement agreement) {
        agreement.meters().forEach(this::add);
        agreement.baselines().forEach(this::add);
        agreement.indexes().forEach(this::add);
        agreement.facts().forEach(this::add);
        agreement.adjustments().forEach(this::add);
        agreement.events().forEach(this::add);
    }

    private void add(Declaration declared) {
        known.put(declared.name(), declared);
    }

    boolean knows(String name) {
        return known.containsKey(name);
    }

    Set<String> all() {
        return known.keySet();
    }

    /** As many of some names as a sentence can hold, the first ones. */
    static String some(Collection<String> names) {
        return names.stream().limit(MOST_NAMED).collect(joining(", ")) + (names.size() > MOST_NAMED ? " …" : "");
    }

    /** All names with their units, in the order of the text's kinds. */
    List<Named> units() {
        return known.values().stream()
                .map(each -> new Named(each.name(), unitOf(each)))
                .toList();
    }

    private String unitOf(Declaration declared) {
        return declared instanceof Declaration.Event event
                ? String.join(
                        ", ",
                        event.figures().stream()
                                .map(figure ->
                                        (figure.name() + ' ' + figure.unit().symbol()).strip())
                                .toList())
                : unit(declared).symbol();
    }

    private Unit unit(Declaration declared) {
        if (declared instanceof Declaration.Meter meter) {
            return meter.unit();
        }
        if (declared instanceof Declaration.Baseline baseline) {
            return unit(known.get(baseline.meter()));
        }
        if (declared instanceof Declaration.Index index) {
            return index.unit();
        }
        return declared instanceof Declaration.Fact fact ? fact.unit() : ((Declaration.Adjustment) declared).unit();
    }

    /** The sentence that gives figures of a name at a time. */
    Sentence sentence(String name, GivenTime at, List<String> figures) {
        Declaration declared = known.get(name);
        if (declared instanceof Declaration.Event event) {
            return event(event, at, figures);
        }
        if (figures.size() > 1) {
            return new Sentence(String.join(", ", figures), "many");
        }
        Unit unit = unit(declared);
        String figure = plain(figures.get(0), unit);
        if (!FIGURE.matcher(figure).matches()) {
            return new Sentence(figures.get(0), "figure");
        }
        String amount = (figure.replace('\u2212', '-').replace("+", "") + ' ' + unit.symbol()).strip();
        if (declared instanceof Declaration.Meter meter) {
            return metered(meter, at, amount);
        }
        if (declared instanceof Declaration.Baseline baseline) {
            return metered(readAs(baseline), at, amount);
        }
        return stated(declared, at, amount);
    }

    /** A baseline is given as readings of its meter would be, and never by stands. */
    private Declaration.Meter readAs(Declaration.Baseline baseline) {
        Declaration.Meter meter = (Declaration.Meter) known.get(baseline.meter());
        return new Declaration.Meter(
                baseline.name(), meter.unit(), meter.every(), Optional.empty(), false, Optional.empty(), baseline.at());
    }

    private static Sentence metered(Declaration.Meter meter, GivenTime at, String amount) {
        String given = "given " + meter.name();
        if (meter.register()) {
            return at.isDay() && at.time().isEmpty()
                    ? Sentence.of("%s stands at %s on %s.".formatted(given, amount, at.from()))
                    : new Sentence("", "stand");
        }
        if (at.time().isPresent()) {
            return within(meter, at, "%s reads %s each".formatted(given, amount));
        }
        boolean total = meter.unit().addsUp();
        return Sentence.of(
                (total ? "%s totals %s over %s." : "%s reads %s each over %s.").formatted(given, amount, at.span()));
    }

    /** One reading of a day, which begins at a time. */
    private static Sentence within(Declaration.Meter meter, GivenTime at, String reads) {
        TimeSpan every = meter.every();
        long minutes = switch (every.unit()) {
            case MINUTE -> every.count();
            case HOUR -> every.count() * 60L;
            default -> 0;
        };
        if (minutes == 0) {
            return new Sentence(every.words(), "whole");
        }
        return Sentence.of("%s from %s to %s over %s."
                .formatted(
                        reads, at.time().orElseThrow(), at.time().orElseThrow().plusMinutes(minutes), at.span()));
    }

    private static Sentence stated(Declaration declared, GivenTime at, String amount) {
        if (at.time().isPresent()) {
            return new Sentence("", "days");
        }
        boolean lasts = declared instanceof Declaration.Fact fact && fact.each().isEmpty() && at.isDay();
        return Sentence.of(
                lasts
                        ? "given %s is %s from %s.".formatted(declared.name(), amount, at.from())
                        : "given %s is %s over %s.".formatted(declared.name(), amount, at.span()));
    }

    private static Sentence event(Declaration.Event event, GivenTime at, List<String> figures) {
        if (at.time().isEmpty()) {
            return new Sentence("", "moment");
        }
        if (figures.size() != event.figures().size()) {
            return new Sentence(
                    String.join(
                            ", ",
                            event.figures().stream()
                                    .map(Declaration.Event.Figure::name)
                                    .toList()),
                    "figures");
        }
        List<String> with = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Declaration.Event.Figure figure = event.figures().get(i);
            String plain = plain(figures.get(i), figure.unit());
            if (!FIGURE.matcher(plain).matches()) {
                return new Sentence(figures.get(i), "figure");
            }
            with.add((figure.name() + " of " + plain + ' ' + figure.unit().symbol()).strip());
        }
        return Sentence.of("given %s on %s at %s%s."
                .formatted(
                        event.name(),
                        at.from(),
                        at.time().orElseThrow(),
                        with.isEmpty() ? "" : " with " + String.join(", ", with)));
    }

    /** A figure without the unit that may stand behind it. */
    private static String plain(String figure, Unit unit) {
        String end = ' ' + unit.symbol();
        return !unit.symbol().isEmpty() && figure.endsWith(end)
                ? figure.substring(0, figure.length() - end.length()).strip()
                : figure;
    }
}
