package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.ExpectDocument;
import io.smartblocks.dsl.agreement.Scenario.ExpectPay;
import io.smartblocks.dsl.agreement.Scenario.ExpectValue;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.rules.Figured;
import io.smartblocks.runtime.rules.Shown;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a scenario expects with what came out. */
final class Expecting {

    private final Chronicle told;

    Expecting(Chronicle told) {
        this.told = told;
    }

    static boolean isExpectation(Step step) {
        return step instanceof ExpectValue
                || step instanceof ExpectPay
                || step instanceof ExpectDocument
                || step instanceof Scenario.ExpectNoPayment
                || step instanceof Scenario.ExpectNoCorrection
                || step instanceof Scenario.ExpectHeld
                || step instanceof Scenario.ExpectPower
                || ExpectingDuties.isAboutDuties(step);
    }

    /** The settled period that an expectation is about. */
    Optional<Chapter> about(Step step) {
        Optional<Scenario.Settled> meant = meant(step);
        return meant.isPresent()
                ? told.chapter(meant.get().period(), meant.get().starting())
                : told.last();
    }

    StepResult result(Step step) {
        if (ExpectingDuties.isAboutDuties(step)) {
            return new ExpectingDuties(told).result(step);
        }
        Optional<Scenario.Settled> meant = meant(step);
        Optional<Chapter> chapter = about(step);
        if (chapter.isEmpty()) {
            String what =
                    meant.map(it -> it.period() + " starting " + it.starting()).orElse("nothing");
            String not = meant.isPresent() ? " was not settled" : " was settled";
            return failed(step.at(), "a settlement", "none", what + not + " before this expectation");
        }
        if (step instanceof ExpectValue value) {
            return value(chapter.get(), value);
        } else if (step instanceof ExpectPay pay) {
            return pay(chapter.get(), pay);
        } else if (step instanceof ExpectDocument document) {
            return new ExpectingDocuments(told).result(chapter.get(), document);
        } else if (step instanceof Scenario.ExpectNoCorrection none) {
            return new ExpectingDocuments(told).none(chapter.get(), none);
        } else if (step instanceof Scenario.ExpectNoPayment none) {
            return noPayment(chapter.get(), none);
        } else if (step instanceof Scenario.ExpectHeld held) {
            boolean isHeld = chapter.get().outcome() instanceof Outcome.Held;
            String actual = outcome(chapter.get());
            return result(held.at(), isHeld, "settlement held", actual, "the settlement is not held but " + actual);
        }
        return power(chapter.get(), (Scenario.ExpectPower) step);
    }

    /** The settlement that an expectation names; without one it is about the last. */
    private static Optional<Scenario.Settled> meant(Step step) {
        if (step instanceof ExpectValue value) {
            return value.period()
                    .map(period -> new Scenario.Settled(period, value.starting().orElseThrow()));
        } else if (step instanceof ExpectPay pay) {
            return pay.settled();
        } else if (step instanceof ExpectDocument document) {
            return document.settled();
        } else if (step instanceof Scenario.ExpectNoPayment none) {
            return none.settled();
        } else if (step instanceof Scenario.ExpectNoCorrection none) {
            return none.settled();
        }
        return step instanceof Scenario.ExpectHeld held ? held.settled() : Optional.empty();
    }

    private StepResult value(Chapter chapter, ExpectValue expect) {
        List<TermValue> values = chapter.outcome().values();
        Figured actual = told.engine().value(chapter.settled(), values, expect.actual());
        Figured expected = told.engine().value(chapter.settled(), values, expect.expected());
        String wanted = figure(expected.value(), expect.digits(), expect.shown());
        if (actual.problem().isPresent()) {
            String message = actual.problem().get().message() + "; " + came(chapter);
            return failed(expect.at(), wanted, "no value", message);
        }
        String got = figure(actual.value(), expect.digits(), expect.shown());
        String message = words(expect.actual()) + " is " + Shown.quantity(actual.value(), expect.shown())
                + behind(chapter, expect.actual());
        return result(expect.at(), wanted.equals(got), wanted, got, message)
                .differingBy(figure(actual.value().minus(expected.value()), expect.digits(), expect.shown()));
    }

    private static String figure(Exact value, int digits, Unit unit) {
        String figure = value.dividedBy(unit.scale())
                .toDecimal(digits, RoundingMode.HALF_UP)
                .toPlainString();
        return unit.symbol().isEmpty() ? figure : figure + " " + unit.symbol();
    }

    /** The values that a term is made of. */
    private static String behind(Chapter chapter, Expr expr) {
        if (!(expr instanceof Expr.Reference reference)) {
            return "";
        }
        Optional<Term> term = chapter.settled().agreement().terms().stream()
                .filter(each -> each.name().equals(reference.name()))
                .findFirst();
        List<String> names = term.stream()
                .flatMap(each -> Nodes.within(each.value(), Expr.Reference.class))
                .map(Expr.Reference::name)
                .distinct()
                .toList();
        String values = chapter.outcome().values().stream()
                .filter(value -> names.contains(value.name()))
                .map(value -> value.name() + " " + value.shown() + " " + value.unit())
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "" : ", from " + values;
    }

    private static String words(Expr expr) {
        return expr instanceof Expr.Reference reference ? reference.name() : "the value";
    }

    private StepResult pay(Chapter chapter, ExpectPay expect) {
        Exact amount = amount(chapter, expect.amount());
        List<Line> lines = chapter.lines().stream()
                .filter(line -> line.payer().equals(expect.debtor())
                        && line.payee().equals(expect.creditor())
                        && (expect.clause().isEmpty()
                                || line.clause().equals(expect.clause().get()))
                        && (expect.line().isEmpty()
                                || line.description().equals(expect.line().get())))
                .toList();
        List<Line> inTime = lines.stream()
                .filter(line ->
                        expect.by().isEmpty() || line.due().equals(expect.by().get()))
                .toList();
        Exact sum = inTime.stream().map(line -> Exact.of(line.net())).reduce(Exact.ZERO, Exact::plus);
        boolean passed = !inTime.isEmpty()
                && (sum.equals(amount)
                        || inTime.stream().anyMatch(line -> Exact.of(line.net()).equals(amount)));
        String wanted = expect.debtor() + " pays " + money(amount) + " "
                + chapter.settled().agreement().settings().currency() + " to " + expect.creditor()
                + expect.clause().map(number -> " under clause " + number).orElse("")
                + expect.line().map(line -> " for \"" + line + "\"").orElse("")
                + expect.by().map(day -> " by " + day).orElse("");
        StepResult result = result(expect.at(), passed, wanted, told(chapter, lines), came(chapter));
        String currency = chapter.settled().agreement().settings().currency();
        return inTime.isEmpty() ? result : result.differingBy(money(sum.minus(amount)) + " " + currency);
    }

    /** An amount with cents, unless it is finer than these. */
    private static String money(Exact amount) {
        BigDecimal cents = amount.toDecimal(2, RoundingMode.HALF_UP);
        return Exact.of(cents).equals(amount) ? cents.toPlainString() : amount.toString();
    }

    static String told(Chapter chapter, List<Line> lines) {
        List<Line> shown = lines.isEmpty() ? chapter.lines() : lines;
        String currency = chapter.settled().agreement().settings().currency();
        return shown.isEmpty()
                ? "no payment"
                : shown.stream()
                        .map(line -> line.payer() + " pays " + line.net() + " " + currency + " to " + line.payee()
                                + " for \"" + line.description() + "\" by " + line.due())
                        .collect(Collectors.joining("; "));
    }

    Exact amount(Chapter chapter, Expr expr) {
        return told.engine()
                .value(chapter.settled(), chapter.outcome().values(), expr)
                .value();
    }

    private static StepResult noPayment(Chapter chapter, Scenario.ExpectNoPayment expect) {
        List<Line> lines = chapter.lines().stream()
                .filter(line -> expect.clause().isEmpty()
                        || line.clause().equals(expect.clause().get()))
                .toList();
        boolean passed = lines.isEmpty() && chapter.outcome() instanceof Outcome.Settled;
        return result(
                expect.at(),
                passed,
                "no payment"
                        + expect.clause()
                                .map(clause -> " under clause " + clause)
                                .orElse(""),
                told(chapter, lines),
                came(chapter));
    }

    private static StepResult power(Chapter chapter, Scenario.ExpectPower expect) {
        List<String> powers = chapter.events().stream()
                .filter(Outcome.Settled.class::isInstance)
                .flatMap(event -> ((Outcome.Settled) event).settlement().statement().powers().stream())
                .toList();
        List<String> atEnd = chapter.outcome() instanceof Outcome.Settled settled
                ? settled.settlement().statement().powers()
                : List.of();
        boolean passed = powers.stream().anyMatch(power -> power.startsWith(expect.party() + " may "))
                || atEnd.stream().anyMatch(power -> power.startsWith(expect.party() + " may "));
        return result(
                expect.at(),
                passed,
                expect.party() + " may terminate",
                powers.isEmpty() && atEnd.isEmpty() ? "nobody may" : powers + " " + atEnd,
                "no clause that gives " + expect.party() + " this power holds");
    }

    static String outcome(Chapter chapter) {
        if (chapter.outcome() instanceof Outcome.Held held) {
            return "held: " + String.join("; ", held.reasons());
        } else if (chapter.outcome() instanceof Outcome.Refused refused) {
            return "refused: " + refused.message();
        }
        return "settled: " + payments(chapter);
    }

    /** What came of the period, as a sentence. */
    static String came(Chapter chapter) {
        return chapter.outcome() instanceof Outcome.Settled
                ? "it was settled that " + payments(chapter)
                : "the settlement is " + outcome(chapter);
    }

    private static String payments(Chapter chapter) {
        List<Document> documents = Chapter.documentsOf(chapter.outcome());
        return documents.isEmpty()
                ? "nobody pays"
                : documents.stream().map(Expecting::words).collect(Collectors.joining(", and "));
    }

    static String words(Document document) {
        BigDecimal vat = document.vatTotal();
        String currency = " " + document.currency();
        return document.payer() + " pays " + document.payee() + " " + document.gross() + currency
                + (vat.signum() == 0 ? "" : ", " + document.net() + currency + " and VAT of " + vat + currency + ",")
                + " by " + document.due();
    }

    static StepResult result(SourceRange at, boolean passed, String expected, String actual, String message) {
        return new StepResult(at, passed, expected, actual, passed ? "" : message);
    }

    private static StepResult failed(SourceRange at, String expected, String actual, String message) {
        return new StepResult(at, false, expected, actual, message);
    }
}
