package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What no amendment may change, because what is settled already would have other periods, money or days. */
final class ChangeCheck {

    private final Agreement before;
    private final Agreement after;
    private final Document amendment;
    private final SourceRange head;
    private final List<Diagnostic> findings = new ArrayList<>();

    private ChangeCheck(Agreement before, Agreement after, Document amendment, SourceRange head) {
        this.before = before;
        this.after = after;
        this.amendment = amendment;
        this.head = head;
    }

    static List<Diagnostic> of(Agreement before, Agreement after, Document amendment, Sentence.AmendmentHeading head) {
        ChangeCheck check = new ChangeCheck(before, after, amendment, head.at());
        check.settings();
        check.periods();
        check.byDays();
        return check.findings;
    }

    private void settings() {
        fixed(Sentence.InForce.class, Settings::from, "the first day of the agreement", "keep the first day");
        fixed(Sentence.Zone.class, Settings::zone, "the time zone", "make a new agreement for another time zone");
        fixed(
                Sentence.MoneyRounding.class,
                Settings::currency,
                "the currency",
                "make a new agreement for another currency; how it is rounded may change");
    }

    private void fixed(Class<? extends Sentence> kind, Function<Settings, Object> of, String what, String help) {
        if (!of.apply(before.settings()).equals(of.apply(after.settings()))) {
            report(Code.E0910, place(kind), what + " cannot be changed by an amendment", help);
        }
    }

    private void periods() {
        for (Declaration.Period old : before.periods()) {
            after.periods().stream()
                    .filter(it -> it.name().equals(old.name()))
                    .filter(it -> !it.every().equals(old.every()) || !it.from().equals(old.from()))
                    .forEach(it -> report(
                            Code.E0910,
                            named(it.name()),
                            "the length and the beginning of `%s` cannot be changed by an amendment"
                                    .formatted(it.name()),
                            "give a new period a name of its own, and replace the sentences that should count by it"));
        }
    }

    private void byDays() {
        for (String name : after.head().inPlaceOf().orElseThrow().byDays()) {
            Optional<Term> old = term(before, name);
            Term fresh = term(after, name).orElseThrow();
            boolean figures = old.filter(it -> it.unit().isCommensurableWith(fresh.unit()))
                    .filter(it -> it.level().equals(fresh.level()))
                    .isPresent();
            if (!figures) {
                report(
                        Code.E0911,
                        named(name),
                        "`%s` has no earlier value of the same kind to be weighed by days".formatted(name),
                        "leave `by days` out");
            } else if (fresh.level() instanceof Level.PerReading) {
                report(
                        Code.E0911,
                        named(name),
                        "`%s` has a value for each reading, which changes at midnight of the day anyway"
                                .formatted(name),
                        "leave `by days` out");
            }
        }
    }

    private static Optional<Term> term(Agreement agreement, String name) {
        return agreement.terms().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private SourceRange place(Class<? extends Sentence> kind) {
        return amendment
                .all(Sentence.Replace.class)
                .filter(it -> kind.isInstance(it.by()))
                .map(Sentence::at)
                .findFirst()
                .orElse(head);
    }

    private SourceRange named(String name) {
        return amendment.sentences().stream()
                .filter(it ->
                        (it instanceof Sentence.Replace replace ? replace.by() : it) instanceof Sentence.Naming naming
                                && naming.name().text().equals(name))
                .map(Sentence::at)
                .findFirst()
                .orElse(head);
    }

    private void report(Code code, SourceRange at, String message, String help) {
        findings.add(Diagnostic.of(code, at, message).help(help));
    }
}
