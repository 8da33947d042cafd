package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.explain.AmountExplanation.Answer;
import io.smartblocks.runtime.explain.AmountExplanation.Change;
import java.util.List;

/** An explanation as plain text for a terminal: each amount with its tree indented below it. */
public final class ExplanationText {

    private static final int DAYS = 7;

    private final StringBuilder out = new StringBuilder();

    private ExplanationText() {}

    /** All amounts, one after the other. */
    public static String of(SettlementExplanation whole) {
        ExplanationText text = new ExplanationText();
        text.head(whole);
        whole.lines().forEach(text::amount);
        whole.duties().forEach(text::amount);
        whole.silent().forEach(text::amount);
        whole.documents().forEach(text::document);
        text.baselines(whole);
        text.revised(whole);
        text.sources(whole);
        text.foot(whole);
        return text.out.toString();
    }

    /** One line alone, counted from 1, with the baselines and transactions behind it. */
    public static String of(SettlementExplanation whole, int line) {
        ExplanationText text = new ExplanationText();
        text.head(whole);
        text.amount(whole.lines().get(line - 1));
        text.baselines(whole);
        text.foot(whole);
        return text.out.toString();
    }

    private void head(SettlementExplanation whole) {
        line(
                0,
                "%s %s: %s from %s to %s%s"
                        .formatted(
                                whole.agreement(),
                                whole.version(),
                                whole.period(),
                                whole.from(),
                                whole.to(),
                                whole.revision() == 0 ? "" : ", revision " + whole.revision()));
    }

    private void amount(AmountExplanation amount) {
        line(0, "");
        line(0, title(amount));
        list(2, "note: ", amount.notes());
        if (!amount.sentence().isEmpty()) {
            line(2, "Clause " + amount.clause() + ", " + amount.title() + ", says: " + amount.sentence());
        }
        if (!amount.why().isEmpty()) {
            line(2, amount.why());
        }
        answers(2, amount.conditions());
        answers(2, amount.exceptions());
        if (!amount.rules().isEmpty()) {
            line(2, "Rules that fired: " + String.join("; ", amount.rules()));
        }
        if (!amount.kind().equals("nothing due")) {
            amount.tree().ifPresent(tree -> {
                line(2, "How it comes about:");
                step(4, tree);
            });
        }
        if (!amount.kind().equals("nothing due")) {
            amount.readings().forEach(this::readings);
        }
        if (!amount.margins().isEmpty()) {
            line(2, "How near it was to another amount:");
            amount.margins().forEach(margin -> line(4, margin.words()));
        }
        changes(amount.changes());
        amount.estimates().ifPresent(range -> line(2, "Estimates: " + range.words() + "."));
    }

    private static String title(AmountExplanation amount) {
        if (amount.kind().equals("nothing due")) {
            return "Nothing due under clause " + amount.clause() + ", " + amount.title() + " (" + amount.payer()
                    + (amount.payee().isEmpty() ? "" : " to " + amount.payee()) + ")";
        } else if (amount.kind().equals("duty")) {
            return "Duty " + amount.number() + ": " + amount.description() + ", due on " + amount.due();
        }
        return "Line %d: %s pays %s %s %s for \"%s\", %s"
                .formatted(
                        amount.number(),
                        amount.payer(),
                        amount.payee(),
                        Figures.money(new java.math.BigDecimal(amount.amount())),
                        amount.unit(),
                        amount.description(),
                        DuePart.words(amount.parts()));
    }

    private void answers(int indent, List<Answer> answers) {
        answers.forEach(answer -> {
            line(indent, "%s asks whether %s: %s.".formatted(answer.by(), answer.condition(), answer.answer()));
            answer.values().forEach(value -> step(indent + 2, value));
        });
    }

    private void step(int indent, Step step) {
        String value = (step.shown() + " " + step.unit()).strip();
        if (step.how().equals("constant")) {
            line(indent, step.words().matches("-?[0-9].*") ? value : step.words() + " = " + value);
        } else {
            String marked = step.how().equals("told above") ? " (see above)" : "";
            line(indent, step.words() + " = " + value + marked);
        }
        if (!step.sentence().isEmpty()) {
            line(indent + 2, "\"" + step.sentence() + "\"");
        }
        answers(indent + 2, step.asked());
        step.taken().forEach(taken -> line(indent + 2, "- " + taken));
        step.parts().forEach(part -> step(indent + 2, part));
    }

    private void readings(Step.Readings used) {
        line(
                2,
                "%s from %s to %s: %d readings measured, %d estimated, %d missing"
                        .formatted(
                                used.meter(), used.from(), used.to(), used.actual(), used.estimated(), used.missing()));
        used.stands().forEach(stand -> line(4, used.meter() + " " + stand));
        used.spans().forEach(span -> line(4, "estimated: " + span));
        used.byDay().stream()
                .limit(DAYS)
                .forEach(day ->
                        line(4, "%s  %12s %s  %s".formatted(day.day(), day.figure(), used.unit(), day.quality())));
        if (used.byDay().size() > DAYS) {
            line(4, "and " + (used.byDay().size() - DAYS) + " more; --json has all of them");
        }
    }

    private void changes(List<Change> changes) {
        if (!changes.isEmpty()) {
            line(2, "What would have changed it:");
            changes.forEach(change -> line(4, "%s, %s: %s".formatted(change.input(), change.step(), change.words())));
        }
    }

    private void document(DocumentExplanation document) {
        line(0, "");
        line(
                0,
                "Document %d: %s pays %s %s %s, %s"
                        .formatted(
                                document.number(),
                                document.payer(),
                                document.payee(),
                                Figures.money(new java.math.BigDecimal(document.total())),
                                document.currency(),
                                DuePart.words(document.parts())));
        document.entries()
                .forEach(entry -> line(
                        2,
                        "%14s  line %d, clause %s, %s"
                                .formatted(entry.amount(), entry.line(), entry.clause(), entry.description())));
        document.vat()
                .forEach(vat -> line(
                        2,
                        "%14s  VAT %s %% of %s, which is %s exactly, %s"
                                .formatted(vat.amount(), vat.percent(), vat.base(), vat.exactly(), vat.rounding())));
        list(2, "", document.words());
        changes(document.changes());
    }

    private void baselines(SettlementExplanation whole) {
        whole.baselines().forEach(fit -> {
            line(0, "");
            line(0, "%s is fitted by %s to %s to %s".formatted(fit.name(), fit.method(), fit.from(), fit.to()));
            list(2, "", fit.model());
            list(2, "", fit.metrics());
        });
    }

    private void revised(SettlementExplanation whole) {
        if (!whole.revised().isEmpty()) {
            line(0, "");
            line(0, "What differs from the settlement before:");
            whole.revised()
                    .forEach(each -> line(
                            2,
                            "%s %s%s: %s before, now %s"
                                    .formatted(
                                            each.kind(),
                                            each.name(),
                                            each.where().isEmpty() ? "" : ", " + each.where(),
                                            each.before(),
                                            each.after())));
        }
    }

    private void sources(SettlementExplanation whole) {
        if (!whole.sources().isEmpty()) {
            line(0, "");
            line(0, "Transactions behind it:");
            whole.sources()
                    .forEach(source -> line(
                            2,
                            "%s %s, %s: %s in block %d by %s%s"
                                    .formatted(
                                            source.kind(),
                                            source.name(),
                                            source.where(),
                                            source.transaction(),
                                            source.block(),
                                            source.by(),
                                            source.note().isEmpty() ? "" : " (" + source.note() + ")")));
        }
    }

    private void foot(SettlementExplanation whole) {
        line(0, "");
        line(
                0,
                "On evidence " + whole.evidence() + " as of block " + whole.asOfBlock() + "; settled again "
                        + whole.reruns() + " times with one input moved.");
        list(0, "Not moved, for there would be too many: ", whole.leftOut());
    }

    private void list(int indent, String before, List<String> words) {
        words.forEach(each -> line(indent, before + each));
    }

    private void line(int indent, String words) {
        out.append(" ".repeat(words.isEmpty() ? 0 : indent)).append(words).append('\n');
    }
}
