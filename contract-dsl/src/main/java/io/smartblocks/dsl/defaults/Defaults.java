package io.smartblocks.dsl.defaults;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers the settings of a document. Without a term of validity, time zone or money rounding nothing can be settled, so
 * these are errors; other required sentences have a default, and a warning that says which.
 */
public final class Defaults {

    /** Countries by their English names, and the euro's payment system. */
    private static final Set<String> CALENDARS = Stream.concat(
                    Stream.of("TARGET"),
                    Stream.of(Locale.getISOCountries())
                            .map(country -> new Locale("", country).getDisplayCountry(Locale.ENGLISH)))
            .collect(Collectors.toUnmodifiableSet());

    private final Document document;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final SourceRange head;
    private final boolean faultySentences;

    private Defaults(Document document) {
        this.document = document;
        this.head = document.all(Sentence.Heading.class)
                .map(Sentence::at)
                .findFirst()
                .orElse(SourceRange.BEGINNING);
        this.faultySentences = document.all(Sentence.Unread.class).findAny().isPresent();
    }

    /** The settings, present when nothing that cannot be left out is missing. */
    public record Found(Optional<Settings> settings, List<Diagnostic> diagnostics) {}

    /** The unit in which the agreement pays: that of its money rounding, the euro if it has none. */
    public static Unit money(Document document) {
        return document.all(Sentence.MoneyRounding.class)
                .flatMap(it -> it.rounding().step().unit().stream())
                .map(unit -> Unit.of(unit.factors().get(0).symbol()))
                .filter(Unit::isMoney)
                .findFirst()
                .orElse(Unit.of("EUR"));
    }

    /** The settings of a resolved document. */
    public static Found of(Document document, Resolution resolution) {
        Defaults defaults = new Defaults(document);
        Optional<Settings> settings = defaults.settings(resolution);
        if (!defaults.faultySentences) {
            defaults.findings.addAll(MissingRules.of(document, resolution));
        }
        return new Found(settings, defaults.findings);
    }

    private Optional<Settings> settings(Resolution resolution) {
        Resolver resolver = resolution.resolver();
        Optional<Sentence.InForce> inForce = required(Sentence.InForce.class, "`in force from … to ….`");
        Optional<LocalDate> from = inForce.map(Sentence.InForce::from).flatMap(resolver::date);
        Optional<LocalDate> to = inForce.map(Sentence.InForce::to).flatMap(resolver::date);
        inForce.ifPresent(it -> inOrder(it, from, to));
        Optional<ZoneId> zone =
                required(Sentence.Zone.class, "`time zone \"Europe/Dublin\".`").flatMap(this::zone);
        Optional<Rounding> money = required(Sentence.MoneyRounding.class, "`money is rounded half up to 0.01 EUR.`")
                .flatMap(it -> rounding(it, resolution));
        Optional<String> days = only(Sentence.WorkingDays.class).map(this::workingDays);
        if (days.isEmpty()) {
            left(
                    "no sentence says which days are working days; Monday to Friday are",
                    "working days follow \"Ireland\".");
        }
        Optional<Settings.Roll> roll = only(Sentence.Roll.class).map(Sentence.Roll::roll);
        if (roll.isEmpty()) {
            left(
                    "no sentence says what becomes of a due date that is no working day; it stays as it is",
                    "due dates roll to the next working day.");
        }
        Optional<String> law = only(Sentence.Law.class).map(it -> it.law().text());
        List<Settings.CarriedCorrections> carried = Carrying.of(document, resolution, findings);
        boolean setOff = only(Sentence.SetOff.class).isPresent();
        return from.isPresent() && to.isPresent() && zone.isPresent() && money.isPresent()
                ? Optional.of(new Settings(
                        from.orElseThrow(),
                        to.orElseThrow(),
                        law,
                        zone.orElseThrow(),
                        days.orElse("Monday to Friday"),
                        roll.orElse(Settings.Roll.NONE),
                        money.orElseThrow(),
                        money.orElseThrow().step().unit().symbol(),
                        setOff,
                        carried))
                : Optional.empty();
    }

    private void inOrder(Sentence.InForce sentence, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean written = isDay(sentence.from()) && isDay(sentence.to());
        if (written && from.isPresent() && to.isPresent() && to.orElseThrow().isBefore(from.orElseThrow())) {
            findings.add(Diagnostic.of(Code.E0605, sentence.at(), "this agreement would end before it begins")
                    .help("put the earlier day first"));
        }
    }

    private static boolean isDay(DateSyntax date) {
        return date.date().isPresent();
    }

    private Optional<ZoneId> zone(Sentence.Zone sentence) {
        try {
            return Optional.of(ZoneId.of(sentence.zone().text()));
        } catch (DateTimeException e) {
            String name = sentence.zone().text();
            String better = ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.toLowerCase(Locale.ROOT).endsWith("/" + name.toLowerCase(Locale.ROOT)))
                    .min(Comparator.naturalOrder())
                    .or(() -> Nearest.to(name, ZoneId.getAvailableZoneIds()))
                    .orElse("Europe/Dublin");
            findings.add(Diagnostic.of(Code.E0604, sentence.zone().at(), "there is no time zone \"%s\"".formatted(name))
                    .help("name one of the tz database, such as \"%s\"".formatted(better)));
            return Optional.of(ZoneOffset.UTC);
        }
    }

    private String workingDays(Sentence.WorkingDays sentence) {
        String name = sentence.calendar().text();
        if (!CALENDARS.contains(name.split(", ", 2)[0])) {
            Diagnostic said = Diagnostic.of(
                    Code.E0606,
                    sentence.calendar().at(),
                    "there is no calendar of working days \"%s\"".formatted(name));
            findings.add(
                    said.help(
                            Nearest.to(name, CALENDARS)
                                    .map("did you mean \"%s\"?"::formatted)
                                    .orElse(
                                            "name a country in English, such as \"Ireland\", with a region \"Germany, Bavaria\", or \"TARGET\", the calendar of euro payments")));
        }
        return name;
    }

    private Optional<Rounding> rounding(Sentence.MoneyRounding sentence, Resolution resolution) {
        ExprSyntax.Figure step = sentence.rounding().step();
        Expr.Constant constant = resolution.expressions().constant(step);
        if (!constant.unit().isMoney() || constant.value().signum() <= 0) {
            findings.add(Diagnostic.of(Code.E0302, step.at(), "money is rounded to an amount of money above zero")
                    .help("name the smallest amount that is paid: `0.01 EUR`"));
            return Optional.of(new Rounding(RoundingMode.HALF_UP, new Expr.Constant(Exact.of(1, 2), Unit.of("EUR"))));
        }
        return Optional.of(new Rounding(sentence.rounding().mode(), constant));
    }

    /** The one sentence of a kind; a second one is reported. */
    private <T extends Sentence> Optional<T> only(Class<T> kind) {
        List<T> all = document.all(kind).toList();
        all.stream()
                .skip(1)
                .forEach(again -> findings.add(Diagnostic.of(Code.E0603, again.at(), "this is said twice")
                        .note(all.get(0).at(), "first here")
                        .help("remove one of the two sentences")));
        return all.stream().findFirst();
    }

    /** As {@link #only}, and its absence is an error, unless a sentence that could not be read may be it. */
    private <T extends Sentence> Optional<T> required(Class<T> kind, String example) {
        Optional<T> found = only(kind);
        if (found.isEmpty() && !faultySentences) {
            findings.add(Diagnostic.of(Code.E0601, head, "a required sentence is missing: " + example)
                    .help("add it after the first sentence"));
        }
        return found;
    }

    /** Says what holds in place of a missing sentence, unless one that could not be read may be it. */
    private void left(String message, String sentence) {
        if (faultySentences) {
            return;
        }
        findings.add(Diagnostic.of(Code.W0602, head, message).help("say it: `%s`".formatted(sentence)));
    }
}
