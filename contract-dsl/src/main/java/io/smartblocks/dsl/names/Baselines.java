package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.UnitSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fitted baselines: what a meter would have read without the measures, by a named method from a period before them. */
final class Baselines {

    private static final Map<String, Method> METHODS =
            Stream.of(Method.values()).collect(Collectors.toMap(Method::words, Function.identity()));

    /** CalTRACK 2.2.1: a baseline period of a year. */
    private static final int SHORTEST_DAYS = 365;

    private final Resolver resolver;
    private final Expressions expressions;

    Baselines(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    /** What a meter reads, and how often. */
    private record Read(Unit unit, TimeSpan every) {
        boolean isDaily() {
            return switch (every.unit()) {
                case MINUTE, HOUR -> true;
                case DAY -> every.count() == 1;
                default -> false;
            };
        }
    }

    Optional<Declaration.Baseline> of(Sentence.Baseline it) {
        Optional<Method> method = method(it.method());
        Optional<String> meter = resolver.meter(it.meter());
        meter.flatMap(this::read).ifPresent(read -> energy(it, read, method));
        Optional<LocalDate> from = resolver.date(it.from());
        Optional<LocalDate> to = resolver.date(it.to());
        boolean inOrder =
                from.isEmpty() || to.isEmpty() || isLongEnough(it, method, from.orElseThrow(), to.orElseThrow());
        List<String> with = it.with().stream()
                .flatMap(word -> resolver.meter(word).stream())
                .toList();
        it.with().forEach(this::temperature);
        if (it.with().isEmpty() || it.with().size() > 2) {
            report(
                    it.at(),
                    "a baseline is fitted with one outdoor temperature, and read on that or on another one",
                    "name its meter: `with Outdoor Temperature`, or also that of a normal year:"
                            + " `with Outdoor Temperature, Normal Year`");
        }
        if (it.acceptedWhen().isEmpty()) {
            resolver.report(Diagnostic.of(
                            Code.W0713,
                            it.name().at(),
                            "any fit of `%s` is accepted, however badly it follows the readings"
                                    .formatted(it.name().text()))
                    .help("say how good it must be: `accepted when CVRMSE is at most 25 % and R2 is at least 60 %`"));
        }
        Optional<List<Declaration.Baseline.Gate>> gates = new Gates(resolver, expressions).of(it);
        return method.isPresent() && meter.isPresent() && from.isPresent() && to.isPresent() && inOrder
                ? gates.map(accepted -> new Declaration.Baseline(
                        it.name().text(),
                        meter.orElseThrow(),
                        method.orElseThrow(),
                        from.orElseThrow(),
                        to.orElseThrow(),
                        with,
                        accepted,
                        it.at()))
                : Optional.empty();
    }

    private Optional<Method> method(Word word) {
        Optional<Method> method = Optional.ofNullable(METHODS.get(word.text()));
        if (method.isEmpty()) {
            String near = Nearest.to(word.text(), METHODS.keySet()).orElse("CalTRACK daily");
            report(
                    word.at(),
                    "there is no method \"%s\" to fit a baseline by".formatted(word.text()),
                    "write \"CalTRACK daily\", \"CalTRACK billing\" or another of the reference; did you mean \"%s\"?"
                            .formatted(near));
        }
        return method;
    }

    private void energy(Sentence.Baseline it, Read read, Optional<Method> method) {
        String meter = it.meter().text();
        if (!read.unit().isCommensurableWith(Unit.of("kWh"))) {
            report(
                    it.meter().at(),
                    "`%s` reads %s; a baseline is fitted to a meter of energy"
                            .formatted(meter, UnitCheck.words(read.unit())),
                    "name a meter that reads kWh, MWh or GJ");
        }
        if (method.filter(Method::isDaily).isPresent() && !read.isDaily()) {
            report(
                    it.meter().at(),
                    "`%s` is read every %s, and %s needs the energy of each day"
                            .formatted(
                                    meter,
                                    read.every().words(),
                                    method.orElseThrow().words()),
                    "fit it by \"CalTRACK billing\", or read the meter at least every day");
        }
    }

    private void temperature(Word word) {
        resolver.meter(word).flatMap(this::read).ifPresent(read -> {
            boolean degrees = read.unit().isCommensurableWith(Unit.of("°C"))
                    || read.unit().isCommensurableWith(Unit.of("°F"));
            if (!degrees || !read.isDaily()) {
                report(
                        word.at(),
                        "`%s` reads %s every %s, which is no temperature of each day"
                                .formatted(
                                        word.text(),
                                        UnitCheck.words(read.unit()),
                                        read.every().words()),
                        "name a meter that reads °C at least every day");
            }
        });
    }

    private boolean isLongEnough(Sentence.Baseline it, Optional<Method> method, LocalDate from, LocalDate to) {
        boolean written = it.from().date().isPresent() && it.to().date().isPresent();
        SourceRange at = it.from().at().to(it.to().at());
        if (written && to.isBefore(from)) {
            resolver.report(Diagnostic.of(Code.E0605, at, "the baseline period would end before it begins")
                    .help("put the earlier day first"));
            return false;
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (written && method.isPresent() && days < SHORTEST_DAYS) {
            report(
                    at,
                    "this baseline period has %d days, and %s needs a year, at least %d days"
                            .formatted(days, method.orElseThrow().words(), SHORTEST_DAYS),
                    "begin it on %s".formatted(to.minusDays(SHORTEST_DAYS - 1L)));
        }
        return true;
    }

    private Optional<Read> read(String meter) {
        return resolver.names().thing(meter).flatMap(Baselines::read);
    }

    private static Optional<Read> read(Sentence thing) {
        if (thing instanceof Sentence.Meter meter) {
            return Optional.of(read(meter.unit(), meter.every()));
        }
        return thing instanceof Sentence.Parameter parameter
                        && parameter.kind() instanceof Sentence.ParameterKind.Meter meter
                ? Optional.of(read(meter.unit(), meter.every()))
                : Optional.empty();
    }

    private static Read read(UnitSyntax unit, TimeSpan every) {
        return new Read(UnitCheck.unit(unit), every);
    }

    private void report(SourceRange at, String message, String help) {
        resolver.report(Diagnostic.of(Code.E0607, at, message).help(help));
    }
}
