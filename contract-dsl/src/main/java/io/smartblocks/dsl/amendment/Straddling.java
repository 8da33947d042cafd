package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Rewriting;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.syntax.Days;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.dsl.wording.Canonical;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes the agreement that a period follows in which a change falls: the earlier version, in which terms per reading turn
 * to the later one at midnight of the day, and terms that change by days are weighed.
 */
final class Straddling {

    private final Agreement before;
    private final Agreement after;
    private final String period;
    private final LocalDate day;
    private final Map<String, Term> old = new HashMap<>();
    private final Map<String, Term> fresh = new HashMap<>();
    private final Map<String, Boolean> differing = new HashMap<>();
    private final Map<String, Term> made = new LinkedHashMap<>();
    private final Set<String> weighed = new HashSet<>();

    private Straddling(Agreement before, Agreement after, String period) {
        this.before = before;
        this.after = after;
        this.period = period;
        this.day = after.head().inPlaceOf().orElseThrow().from();
        before.terms().forEach(term -> old.put(term.name(), term));
        after.terms().forEach(term -> fresh.put(term.name(), term));
    }

    static Agreement of(Agreement before, Agreement after, String period) {
        return new Straddling(before, after, period).agreement();
    }

    private Agreement agreement() {
        after.head().inPlaceOf().orElseThrow().byDays().stream()
                .filter(this::canBeWeighed)
                .forEach(weighed::add);
        before.terms().stream().filter(this::usesWeighed).forEach(term -> weighed.add(term.name()));
        before.terms().forEach(this::make);
        return new Agreement(
                after.head(),
                settings(),
                together(before.parties(), after.parties()),
                together(before.meters(), after.meters()),
                together(before.indexes(), after.indexes()),
                before.periods(),
                together(before.seasons(), after.seasons()),
                together(before.facts(), after.facts()),
                together(before.adjustments(), after.adjustments()),
                together(before.baselines(), after.baselines()),
                together(before.assets(), after.assets()),
                together(before.events(), after.events()),
                before.parameters(),
                inOrder(),
                before.clauses(),
                before.vat(),
                before.survivals(),
                Rewriting.of(before.gapRules(), toEarlier()),
                after.scenarios());
    }

    private void make(Term term) {
        if (weighed.contains(term.name())) {
            Term earlier = Rewriting.of(renamed(term, earlier(term.name())), toEarlier());
            made.put(earlier.name(), earlier);
            made.put(term.name(), isByDays(term.name()) ? weighed(term) : promoted(term));
        } else if (switches(term.name())) {
            Term earlier = Rewriting.of(renamed(term, earlier(term.name())), toEarlier());
            made.put(earlier.name(), earlier);
            made.put(term.name(), switched(term));
        } else {
            boolean ofPeriod = term.level().equals(new Level.PerPeriod(period));
            made.put(term.name(), ofPeriod ? term : Rewriting.of(term, toEarlier()));
        }
    }

    private boolean switches(String name) {
        return old.get(name).level() instanceof Level.PerReading
                && fresh.containsKey(name)
                && fresh.get(name).level() instanceof Level.PerReading
                && fresh.get(name).unit().isCommensurableWith(old.get(name).unit())
                && differs(name);
    }

    /** {@code later when it is from the day; earlier otherwise}. */
    private Term switched(Term term) {
        CalendarTest from = new CalendarTest(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day));
        Value value = new Value.Cases(
                List.of(new Value.Arm(reference(later(term.name()), term), new Condition.ItIs(from))),
                reference(earlier(term.name()), term));
        return with(term, value, term.level());
    }

    /** {@code earlier * days before / days + later * days from / days}. */
    private Term weighed(Term term) {
        Expr sum = new Expr.Arithmetic(
                Expr.Arithmetic.Operator.PLUS,
                times(reference(earlier(term.name()), term), Optional.of(day), Optional.empty()),
                times(reference(later(term.name()), term), Optional.empty(), Optional.of(day)),
                term.unit());
        return with(term, new Value.Plain(sum), new Level.PerPeriod(period));
    }

    private Expr times(Expr value, Optional<LocalDate> until, Optional<LocalDate> from) {
        Expr share = new Expr.Arithmetic(
                Expr.Arithmetic.Operator.DIVIDED_BY,
                days(until, from),
                days(Optional.empty(), Optional.empty()),
                Unit.NONE);
        return new Expr.Arithmetic(Expr.Arithmetic.Operator.TIMES, value, share, value.unit());
    }

    private Expr days(Optional<LocalDate> until, Optional<LocalDate> from) {
        return new Expr.CalendarCount(
                Expr.CalendarCount.Count.DAYS, period, Optional.empty(), until, from, Unit.of("days"));
    }

    private Term promoted(Term term) {
        return new Term(
                term.name(),
                term.value(),
                term.limits(),
                term.startingAt(),
                term.unit(),
                new Level.PerPeriod(period),
                term.at());
    }

    private boolean canBeWeighed(String name) {
        return old.containsKey(name)
                && fresh.containsKey(name)
                && isOfPeriodOrConstant(old.get(name))
                && isOfPeriodOrConstant(fresh.get(name));
    }

    private boolean isOfPeriodOrConstant(Term term) {
        return term.level() instanceof Level.PerAgreement || term.level().equals(new Level.PerPeriod(period));
    }

    private boolean usesWeighed(Term term) {
        return term.level() instanceof Level.PerAgreement && uses(term).anyMatch(weighed::contains);
    }

    private boolean isByDays(String name) {
        return after.head().inPlaceOf().orElseThrow().byDays().contains(name);
    }

    /** References of earlier terms that are not of this period: what is weighed is to them what it was. */
    private UnaryOperator<Expr.Reference> toEarlier() {
        return reference -> reference.kind() == Expr.Reference.Kind.TERM && weighed.contains(reference.name())
                ? new Expr.Reference(reference.kind(), earlier(reference.name()), reference.unit())
                : reference;
    }

    /** The name under which the later version of a term stands, put there with all it uses. */
    private String later(String name) {
        String renamed = name + " (from " + Days.written(day) + ")";
        if (!made.containsKey(renamed)) {
            made.put(renamed, renamed(fresh.get(name), renamed));
            made.put(renamed, Rewriting.of(renamed(fresh.get(name), renamed), this::toLater));
        }
        return renamed;
    }

    private Expr.Reference toLater(Expr.Reference reference) {
        boolean same = reference.kind() != Expr.Reference.Kind.TERM
                || old.containsKey(reference.name())
                        && (!differs(reference.name()) || switches(reference.name()))
                        && !weighed.contains(reference.name());
        return same ? reference : new Expr.Reference(reference.kind(), later(reference.name()), reference.unit());
    }

    private String earlier(String name) {
        return name + " (before " + Days.written(day) + ")";
    }

    /** True if a term, or one that it uses, means something else in the later version. */
    private boolean differs(String name) {
        Boolean known = differing.get(name);
        if (known == null) {
            differing.put(name, false);
            known = !old.containsKey(name)
                    || !fresh.containsKey(name)
                    || !Canonical.of(old.get(name)).equals(Canonical.of(fresh.get(name)))
                    || uses(old.get(name)).anyMatch(this::differs);
            differing.put(name, known);
        }
        return known;
    }

    private static Stream<String> uses(Term term) {
        return Nodes.within(term, Expr.Reference.class)
                .filter(it -> it.kind() == Expr.Reference.Kind.TERM)
                .map(Expr.Reference::name);
    }

    private static Expr reference(String name, Term term) {
        return new Expr.Reference(Expr.Reference.Kind.TERM, name, term.unit());
    }

    private static Term renamed(Term term, String name) {
        return new Term(name, term.value(), term.limits(), term.startingAt(), term.unit(), term.level(), term.at());
    }

    private static Term with(Term term, Value value, Level level) {
        return new Term(term.name(), value, List.of(), Optional.empty(), term.unit(), level, term.at());
    }

    private List<Term> inOrder() {
        Map<String, Term> ordered = new LinkedHashMap<>();
        made.values().forEach(term -> place(term, ordered));
        return List.copyOf(ordered.values());
    }

    private void place(Term term, Map<String, Term> ordered) {
        if (!ordered.containsKey(term.name())) {
            uses(term).filter(made::containsKey).forEach(name -> place(made.get(name), ordered));
            ordered.put(term.name(), term);
        }
    }

    private Settings settings() {
        Settings old = before.settings();
        return new Settings(
                old.from(),
                after.settings().to(),
                old.law(),
                old.zone(),
                old.workingDays(),
                old.dueDates(),
                old.money(),
                old.currency(),
                old.setOff(),
                old.carried());
    }

    private static <T extends Declaration> List<T> together(List<T> before, List<T> after) {
        List<T> all = new ArrayList<>(before);
        Set<String> names = new HashSet<>();
        before.forEach(it -> names.add(it.name()));
        after.stream().filter(it -> !names.contains(it.name())).forEach(all::add);
        return all;
    }
}
