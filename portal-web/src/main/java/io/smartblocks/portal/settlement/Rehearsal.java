package io.smartblocks.portal.settlement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.DryRun;
import io.smartblocks.runtime.run.SignedText;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Runs an agreement before anybody signs it: on readings of the past, or on figures that are typed for it. */
@Component
public class Rehearsal {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /**
     * What was run.
     *
     * @param text the text, with its first day moved where the period lies before it
     * @param moved the first day that was assumed, where it is not the text's own
     */
    public record Run(SignedText text, Optional<LocalDate> moved, SettlementPeriod period, Outcome outcome) {}

    static final String READINGS = "readings";

    private static final int MOST_PROBLEMS = 20;

    private static final int MOST_KEPT = 64;

    private final Cache<String, Compilation> compiled = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private final DryRun dryRun;
    private final Access access;
    private final Words say;

    Rehearsal(DryRun dryRun, Access access, Words say) {
        this.dryRun = dryRun;
        this.access = access;
        this.say = say;
    }

    /** The names of the periods that an agreement is settled for. */
    List<String> periods(String text) {
        return compiled(text)
                .map(agreement -> new PeriodCalendar(agreement).names())
                .orElse(List.of());
    }

    /** What can be given for a text; nothing where it cannot be read. */
    List<GivenNames.Named> givenNames(String text) {
        return compiled(text)
                .map(agreement -> new GivenNames(agreement).units())
                .orElse(List.of());
    }

    /** The first day in force. */
    Optional<LocalDate> firstDay(String text) {
        return compiled(text).map(agreement -> agreement.settings().from());
    }

    /** Runs the period that holds the day which was typed; empty where that cannot be, which is noted. */
    public Optional<Run> run(Account reader, AgreementId id, String text, Typed typed) {
        Optional<LocalDate> day = typed.day("day", say.message("dry.day"));
        Optional<Agreement> own = compiled(text);
        if (own.isEmpty()) {
            typed.refuse("day", say.message("versions.unreadable"));
        }
        if (typed.raw(READINGS).isBlank()) {
            Optional<String> hidden = own.flatMap(agreement -> hidden(reader, agreement));
            hidden.ifPresent(meter -> typed.refuse("day", say.message("dry.hidden", meter)));
        }
        return typed.problems().isEmpty()
                ? day.flatMap(when -> own.flatMap(agreement -> run(id, text, agreement, when, typed)))
                : Optional.empty();
    }

    private Optional<Run> run(AgreementId id, String text, Agreement own, LocalDate day, Typed typed) {
        LocalDate from = own.settings().from();
        Optional<LocalDate> moved = day.isBefore(from) ? Optional.of(sameDayUpTo(day, from)) : Optional.empty();
        String ran = moved.map(first -> beginning(text, from, first)).orElse(text);
        Optional<Agreement> agreement = compiled(ran);
        if (agreement.isEmpty()) {
            typed.refuse("day", say.message("dry.not.moved", English.said(firstError(ran))));
            return Optional.empty();
        }
        Optional<SettlementPeriod> period = period(agreement.get(), day, typed);
        return period.flatMap(found -> outcome(id, ran, agreement.get(), found, typed)
                .map(outcome -> new Run(new SignedText(ran, agreement), moved, found, outcome)));
    }

    private Optional<SettlementPeriod> period(Agreement agreement, LocalDate day, Typed typed) {
        PeriodCalendar calendar = new PeriodCalendar(agreement);
        String name = typed.raw("period").isEmpty()
                ? calendar.names().stream().findFirst().orElse("")
                : typed.raw("period");
        Optional<SettlementPeriod> period =
                calendar.names().contains(name) ? calendar.containing(name, day) : Optional.empty();
        if (period.isEmpty()) {
            typed.refuse("day", say.message("dry.no.period", say.day(day)));
        }
        return period;
    }

    private Optional<Outcome> outcome(
            AgreementId id, String text, Agreement agreement, SettlementPeriod period, Typed typed) {
        if (typed.raw(READINGS).isBlank()) {
            return Optional.of(dryRun.of(id, text, agreement, period));
        }
        TypedReadings.Read read = TypedReadings.of(typed.raw(READINGS), text, agreement, say);
        read.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> typed.refuse(READINGS, problem));
        if (!read.problems().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(dryRun.onGiven(read.steps(), agreement, period));
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            // figures that fit their sentences and still not their meters: too long, too large, no reading in these
            // days
            typed.refuse(READINGS, say.message("dry.unfit", English.said(String.valueOf(unfit.getMessage()))));
            return Optional.empty();
        }
    }

    /** A text may name meters whose readings its reader may not see. */
    private Optional<String> hidden(Account reader, Agreement agreement) {
        return agreement.meters().stream()
                .flatMap(meter -> meter.id().stream())
                .map(id -> id.startsWith("meter/") ? id.substring("meter/".length()) : id)
                .filter(id -> access.meter(reader, id).isEmpty())
                .findFirst();
    }

    /** The latest day up to the one asked for on which the agreement could have begun: the same day of its month. */
    private static LocalDate sameDayUpTo(LocalDate day, LocalDate from) {
        LocalDate first = from;
        while (first.isAfter(day)) {
            first = from.minusMonths(1 + java.time.temporal.ChronoUnit.MONTHS.between(first, from));
        }
        return first;
    }

    private static String beginning(String text, LocalDate from, LocalDate first) {
        return Pattern.compile("\\b" + Pattern.quote(WRITTEN.format(from)) + "\\b")
                .matcher(text)
                .replaceAll(WRITTEN.format(first));
    }

    private Optional<Agreement> compiled(String text) {
        return compilation(text).agreement();
    }

    private String firstError(String text) {
        return compilation(text).diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(Diagnostic::message)
                .orElse("");
    }

    /** A page asks several things about one text, and the next page about the same. */
    private Compilation compilation(String text) {
        return compiled.get(text, each -> AgreementCompiler.compile(new SourceText("dry run", each)));
    }
}
