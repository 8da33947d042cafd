package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what words stand for and says so when they stand for nothing or for the wrong kind of thing. */
public final class Resolver {

    /** Stands in a template where the answer to a date parameter will stand. */
    public static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    private final Names names;
    private final List<Diagnostic> findings;
    private final Set<String> reported = new HashSet<>();

    public Resolver(Names names, List<Diagnostic> findings) {
        this.names = names;
        this.findings = findings;
    }

    Names names() {
        return names;
    }

    /** The party of that name. */
    public Optional<String> party(Word word) {
        return kind(
                word,
                "a party",
                thing -> thing instanceof Sentence.Party
                        || thing instanceof Sentence.Parameter parameter
                                && parameter.kind() instanceof Sentence.ParameterKind.Party);
    }

    /** The period of that name, or of its singular. */
    public Optional<String> period(Word word) {
        String text = word.text();
        boolean plural = names.thing(text).isEmpty() && text.endsWith("s");
        Word singular = plural ? new Word(text.substring(0, text.length() - 1), word.at()) : word;
        return kind(
                names.thing(singular.text()).isPresent() ? singular : word,
                "a period",
                Sentence.Period.class::isInstance);
    }

    /** The season of that name. */
    public Optional<String> season(Word word) {
        return kind(word, "a season", Sentence.Season.class::isInstance);
    }

    /** The period or season of that name. */
    Optional<String> periodOrSeason(Word word) {
        return kind(
                word,
                "a period or season",
                thing -> thing instanceof Sentence.Period || thing instanceof Sentence.Season);
    }

    /** The meter of that name. */
    public Optional<String> meter(Word word) {
        return kind(
                word,
                "a meter",
                thing -> thing instanceof Sentence.Meter
                        || thing instanceof Sentence.Parameter parameter
                                && parameter.kind() instanceof Sentence.ParameterKind.Meter);
    }

    /** The register of that name: a meter whose readings are stands. */
    public Optional<String> register(Word word) {
        Optional<String> meter = meter(word);
        boolean stands = names.thing(word.text()).filter(Resolver::counts).isPresent();
        if (meter.isPresent() && !stands) {
            findings.add(Diagnostic.of(
                            Code.E0204,
                            word.at(),
                            "`%s` reads what flows in each interval; only a register has stands".formatted(word.text()))
                    .help("declare it as `meter %s registers …` if its readings are cumulative"
                            .formatted(word.text())));
        }
        return meter.filter(it -> stands);
    }

    private static boolean counts(Sentence thing) {
        return thing instanceof Sentence.Meter meter && meter.register()
                || thing instanceof Sentence.Parameter parameter
                        && parameter.kind() instanceof Sentence.ParameterKind.Meter asked
                        && asked.register();
    }

    /** The event of that name, not one of its figures. */
    public Optional<String> event(Word word) {
        return kind(
                word,
                "an event",
                thing -> thing instanceof Sentence.Event event
                        && event.name().text().equals(word.text()));
    }

    /** The declared figures of an event. */
    public List<Sentence.Event.FigureSyntax> figures(String event) {
        return names.thing(event)
                .filter(Sentence.Event.class::isInstance)
                .map(it -> ((Sentence.Event) it).figures())
                .orElse(List.of());
    }

    /** The asset of that name. */
    public Optional<String> asset(Word word) {
        return kind(word, "an asset", Sentence.Asset.class::isInstance);
    }

    /** The unit in which the asset of that name is counted. */
    public Optional<Unit> counted(Word word) {
        return names.thing(word.text())
                .filter(Sentence.Asset.class::isInstance)
                .map(thing -> UnitCheck.unit(((Sentence.Asset) thing).unit()));
    }

    /** The index of that name. */
    Optional<String> index(Word word) {
        return kind(word, "an index", Sentence.Index.class::isInstance);
    }

    /** The index of that name, which must be published more often than once a day. */
    public Optional<String> indexByTheClock(Word word) {
        Optional<String> index = index(word);
        Optional<TimeSpan> every = index.flatMap(names::thing).map(thing -> ((Sentence.Index) thing).every());
        if (every.isEmpty()
                || every.orElseThrow().unit() == TimeSpan.Unit.MINUTE
                || every.orElseThrow().unit() == TimeSpan.Unit.HOUR) {
            return index;
        }
        report(Diagnostic.of(
                        Code.E0204,
                        word.at(),
                        "`%s` is published every %s, so it has one value at all hours of a day"
                                .formatted(word.text(), every.orElseThrow().words()))
                .help("give it without hours, or publish it `every 1 hour`"));
        return Optional.empty();
    }

    /** The defined term of that name. */
    public Optional<String> term(Word word) {
        return kind(word, "a defined term", Sentence.Definition.class::isInstance);
    }

    /** The unit of what has readings: a meter, or a baseline, which reads as its meter does. */
    public Optional<Unit> readings(Word word) {
        Optional<Sentence> thing = thing(word.text(), word.at());
        Sentence it = thing.orElse(null);
        if (it instanceof Sentence.Meter meter) {
            return Optional.of(UnitCheck.unit(meter.unit()));
        }
        if (it instanceof Sentence.Baseline baseline) {
            return meter(baseline.meter()).flatMap(meter -> readings(baseline.meter()));
        }
        if (it instanceof Sentence.Parameter parameter
                && parameter.kind() instanceof Sentence.ParameterKind.Meter meter) {
            return Optional.of(UnitCheck.unit(meter.unit()));
        }
        thing.ifPresent(other -> wrongKind(
                word,
                other,
                isStated(other)
                        ? "a meter or a baseline (say what a fact, adjustment or index `is`)"
                        : "a meter or a baseline (a scenario never gives a term)"));
        return Optional.empty();
    }

    private static boolean isStated(Sentence thing) {
        return thing instanceof Sentence.Index
                || thing instanceof Sentence.Fact
                || thing instanceof Sentence.Adjustment;
    }

    /** The unit of whatever a scenario may give. */
    public Optional<Unit> given(Word word) {
        boolean stated = names.thing(word.text()).filter(Resolver::isStated).isPresent();
        return stated ? stated(word) : readings(word);
    }

    /** The unit of what is stated or published: an index, a fact or an adjustment. */
    public Optional<Unit> stated(Word word) {
        Optional<Sentence> thing = thing(word.text(), word.at());
        if (thing.orElse(null) instanceof Sentence.Index index) {
            return Optional.of(UnitCheck.unit(index.unit()));
        }
        if (thing.orElse(null) instanceof Sentence.Fact fact) {
            return Optional.of(UnitCheck.unit(fact.unit()));
        }
        if (thing.orElse(null) instanceof Sentence.Adjustment adjustment) {
            return Optional.of(UnitCheck.unit(adjustment.unit()));
        }
        thing.ifPresent(it -> wrongKind(
                word,
                it,
                it instanceof Sentence.Meter || it instanceof Sentence.Baseline
                        ? "an index, a fact or an adjustment (say what a meter `totals` or `reads`)"
                        : "an index, a fact or an adjustment (a scenario never gives a term)"));
        return Optional.empty();
    }

    /** True for an adjustment that is a single amount. */
    public boolean isLump(Word word) {
        return names.thing(word.text())
                .filter(Sentence.Adjustment.class::isInstance)
                .map(it -> UnitCheck.unit(((Sentence.Adjustment) it).unit()))
                .filter(unit -> !Adjustments.isPerDay(unit))
                .isPresent();
    }

    /** The scenario of that title. */
    public Optional<String> scenario(Word title) {
        if (names.scenario(title.text()).isPresent()) {
            return Optional.of(title.text());
        }
        Diagnostic said = Diagnostic.of(Code.E0205, title.at(), "there is no scenario \"%s\"".formatted(title.text()));
        findings.add(nearest(title, names.scenarioTitles()).map(said::help).orElse(said));
        return Optional.empty();
    }

    /** Adds a finding to those of this document. */
    public void report(Diagnostic finding) {
        findings.add(finding);
    }

    /** How much has been found so far. */
    int findings() {
        return findings.size();
    }

    /** The clause of that number. */
    public Optional<String> clause(Word number) {
        if (names.clause(number.text()).isPresent()) {
            return Optional.of(number.text());
        }
        if (reported.add("clause " + number.text())) {
            Diagnostic said = Diagnostic.of(Code.E0203, number.at(), "there is no clause %s".formatted(number.text()));
            findings.add(nearest(number, names.clauseNumbers()).map(said::help).orElse(said));
        }
        return Optional.empty();
    }

    /** All of the clauses, or nothing if one is unknown. */
    public Optional<List<String>> clauses(List<Word> numbers) {
        List<String> found =
                numbers.stream().flatMap(number -> clause(number).stream()).toList();
        return found.size() == numbers.size() ? Optional.of(found) : Optional.empty();
    }

    /** All of the parties, or nothing if one is unknown. */
    public Optional<List<String>> parties(List<Word> words) {
        List<String> found =
                words.stream().flatMap(word -> party(word).stream()).toList();
        return found.size() == words.size() ? Optional.of(found) : Optional.empty();
    }

    /** The day; {@link #ANY_DAY} for a date parameter; nothing, already reported, if there is no such day. */
    public Optional<LocalDate> date(DateSyntax date) {
        if (date.term().isEmpty()) {
            return date.date();
        }
        Word word = new Word(date.term().orElseThrow(), date.at());
        return kind(
                        word,
                        "a date",
                        thing -> thing instanceof Sentence.Parameter parameter
                                && parameter.kind() instanceof Sentence.ParameterKind.Date)
                .map(name -> ANY_DAY);
    }

    /** What a name in an expression stands for; nothing, already reported, if it stands for nothing. */
    Optional<Sentence> thing(String name, SourceRange at) {
        return thing(name, at, "a value");
    }

    private Optional<Sentence> thing(String name, SourceRange at, String expected) {
        Optional<Sentence> thing = names.thing(name);
        if (thing.isEmpty() && reported.add(name)) {
            Diagnostic said = Diagnostic.of(Code.E0201, at, "`%s` has no meaning in this agreement".formatted(name));
            Word word = new Word(name, at);
            findings.add(nearest(word, names.known())
                    .map(text -> said.fix(text, at, nearestName(name)))
                    .orElseGet(() -> said.help(Kinds.defining(expected).formatted(name))));
        }
        return thing.filter(it -> !(it instanceof Sentence.Unread));
    }

    void wrongKind(Word word, Sentence thing, String expected) {
        findings.add(Diagnostic.of(
                        Code.E0204,
                        word.at(),
                        "`%s` is %s; here %s is expected".formatted(word.text(), Kinds.of(thing), expected))
                .note(thing.at(), "it is given its meaning here"));
    }

    private Optional<String> kind(Word word, String expected, Predicate<Sentence> fits) {
        Optional<Sentence> thing = thing(word.text(), word.at(), expected);
        if (thing.isPresent() && !fits.test(thing.orElseThrow())) {
            wrongKind(word, thing.orElseThrow(), expected);
            return Optional.empty();
        }
        return thing.map(it -> word.text());
    }

    private String nearestName(String name) {
        return Nearest.to(name, names.known()).orElse(name);
    }

    private static Optional<String> nearest(Word word, Collection<String> known) {
        return Nearest.to(word.text(), known).map("did you mean `%s`?"::formatted);
    }
}
