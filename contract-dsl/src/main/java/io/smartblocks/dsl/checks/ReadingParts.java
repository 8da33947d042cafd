package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Days;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A reading of a day has no hours, and one of a month no days: nobody can tell where in them a part lies. */
final class ReadingParts {

    private final Map<String, Declaration.Meter> meters = new HashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Places places;
    private final ReadingCuts cuts;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ReadingParts(Resolution resolution, Levels.Inferred inferred, Optional<Settings> settings) {
        resolution.meters().forEach(meter -> meters.put(meter.name(), meter));
        inferred.terms().forEach(term -> terms.put(term.name(), term));
        this.places = resolution.places();
        this.cuts = new ReadingCuts(resolution, settings);
    }

    static List<Diagnostic> of(
            Resolution resolution, Levels.Inferred inferred, Optional<Settings> settings, List<Scenario> scenarios) {
        ReadingParts parts = new ReadingParts(resolution, inferred, settings);
        inferred.terms().forEach(term -> parts.within(term, term.at()));
        inferred.clauses()
                .forEach(clause -> clause.provisions().forEach(provision -> parts.within(provision, provision.at())));
        scenarios.forEach(scenario -> scenario.steps().forEach(step -> parts.within(step, step.at())));
        return parts.findings;
    }

    private static final int DAY_MINUTES = 24 * 60;

    private void within(Object tree, SourceRange at) {
        Nodes.within(tree, Expr.class).forEach(expr -> {
            SourceRange place = places.of(expr, at);
            if (expr instanceof Expr.Aggregate aggregate) {
                parts(aggregate.of(), aggregate.during(), aggregate.over(), place);
            } else if (expr instanceof Expr.DegreeHours degrees) {
                parts(degrees.of(), degrees.during(), degrees.over(), place);
            } else if (expr instanceof Expr.HighestPower highest) {
                parts(highest.of(), highest.during(), highest.over(), place);
                highest.each().ifPresent(each -> blocks(highest.of(), each, place));
            } else if (expr instanceof Expr.HoursDuring hours) {
                behind(hours.condition()).meters().forEach(meter -> hours(meter, place));
            }
        });
    }

    /** The meters and the calendar tests on which something rests that has a value for each reading. */
    private record Behind(Set<Declaration.Meter> meters, List<CalendarTest> tests) {}

    private Behind behind(Object of) {
        Behind behind = new Behind(new LinkedHashSet<>(), new ArrayList<>());
        collect(of, behind, new LinkedHashSet<>());
        return behind;
    }

    private void collect(Object of, Behind behind, Set<String> seen) {
        Nodes.within(of, Condition.ItIs.class).map(Condition.ItIs::test).forEach(behind.tests::add);
        Nodes.within(of, Expr.Reference.class).forEach(reference -> {
            if (reference.kind() == Kind.METER && meters.containsKey(reference.name())) {
                behind.meters.add(meters.get(reference.name()));
            }
            Term term = terms.get(reference.name());
            if (reference.kind() == Kind.TERM
                    && term != null
                    && term.level() instanceof Level.PerReading
                    && seen.add(reference.name())) {
                collect(List.of(term.value(), term.limits()), behind, seen);
            }
        });
    }

    private void parts(Object of, Optional<CalendarTest> during, Window over, SourceRange at) {
        Behind behind = behind(of);
        List<CalendarTest> tests = new ArrayList<>(behind.tests);
        during.ifPresent(tests::add);
        for (Declaration.Meter meter : behind.meters) {
            tests.stream()
                    .filter(test -> !isTold(test, meter.every()))
                    .findFirst()
                    .ifPresentOrElse(test -> untold(meter, test, at), () -> cut(meter, tests, over, at));
        }
    }

    /** Readings are joined whole, and the blocks of a day fill it. */
    private void blocks(Object of, TimeSpan each, SourceRange at) {
        boolean fillsDay = isClockwork(each) && DAY_MINUTES % each.roughMinutes() == 0;
        behind(of).meters.stream()
                .filter(meter -> !fillsDay
                        || !isClockwork(meter.every())
                        || each.roughMinutes() % meter.every().roughMinutes() != 0)
                .findFirst()
                .ifPresent(meter -> findings.add(Diagnostic.of(
                                Code.E0310,
                                at,
                                "readings of `%s` every %s do not add up to each %s"
                                        .formatted(meter.name(), meter.every().words(), each.words()))
                        .note(meter.at(), "every " + meter.every().words())
                        .help("name minutes or hours that whole readings fill and that fill a day,"
                                + " such as 15, 30 or 60 minutes")));
    }

    private void cut(Declaration.Meter meter, List<CalendarTest> tests, Window over, SourceRange at) {
        if (isDaily(meter.every()) || isClockwork(meter.every())) {
            return;
        }
        tests.stream()
                .flatMap(test -> cuts.first(meter, test, over.period()).stream())
                .findFirst()
                .ifPresent(
                        day -> findings.add(
                                Diagnostic.of(
                                                Code.E0310,
                                                at,
                                                "a reading of `%s` is cut on %s: which part of it lies on either side cannot be told, as it is read every %s"
                                                        .formatted(
                                                                meter.name(),
                                                                Days.written(day),
                                                                meter.every().words()))
                                        .note(
                                                meter.at(),
                                                "every " + meter.every().words())
                                        .help(
                                                "let the season or the day begin and end where readings do, or use a meter that is read every day")));
    }

    private static boolean isDaily(TimeSpan every) {
        return every.unit() == TimeSpan.Unit.DAY && every.count() == 1;
    }

    private static boolean isTold(CalendarTest test, TimeSpan every) {
        boolean clock = isClockwork(every);
        boolean daily = isDaily(every);
        return (test.hours().isEmpty() || clock) && (test.day().isEmpty() || clock || daily);
    }

    private static boolean isClockwork(TimeSpan every) {
        return every.unit() == TimeSpan.Unit.MINUTE || every.unit() == TimeSpan.Unit.HOUR;
    }

    private void untold(Declaration.Meter meter, CalendarTest test, SourceRange at) {
        String part = test.hours().isPresent() ? "hours of the day" : "kind of day";
        findings.add(Diagnostic.of(
                        Code.E0310,
                        at,
                        "it cannot be told which part of a reading of `%s` lies in the %s asked for: it is read every %s"
                                .formatted(meter.name(), part, meter.every().words()))
                .note(meter.at(), "every " + meter.every().words())
                .help("use a meter that is read %s, or ask for whole readings"
                        .formatted(test.hours().isPresent() ? "every hour or oftener" : "every day or oftener")));
    }

    private void hours(Declaration.Meter meter, SourceRange at) {
        if (!isClockwork(meter.every())) {
            findings.add(Diagnostic.of(
                            Code.E0310,
                            at,
                            "the hours cannot be counted: `%s` is read every %s"
                                    .formatted(meter.name(), meter.every().words()))
                    .note(meter.at(), "every " + meter.every().words())
                    .help("use a meter that is read every hour or oftener"));
        }
    }
}
