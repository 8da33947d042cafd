package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import java.util.stream.Collectors;

/**
 * Prints the rules of an agreement as DRL that an auditor reads and Drools compiles. Identifiers are generated; words of
 * the agreement stand in comments and rule names only, and there only as letters, digits and harmless signs.
 */
public final class RulePrinter {

    private final StringBuilder out = new StringBuilder();
    private final Agreement agreement;
    private int functions;

    private RulePrinter(Agreement agreement) {
        this.agreement = agreement;
    }

    /** The rules of all periods of an agreement. */
    public static String print(Agreement agreement) {
        return agreement.periods().stream()
                .map(Declaration.Period::name)
                .map(period -> print(agreement, period))
                .collect(Collectors.joining("\n"));
    }

    /** The rules of one period of an agreement. */
    public static String print(Agreement agreement, String period) {
        RulePrinter printer = new RulePrinter(agreement);
        printer.print(Planning.of(agreement, period));
        return printer.out.toString();
    }

    private void print(Planning.Planned planned) {
        Plan plan = planned.plan();
        head(plan);
        legend(planned);
        int salience = plan.rules().size() + plan.strata();
        int stratum = 0;
        for (PlannedRule rule : plan.rules()) {
            for (; stratum < rule.stratum(); stratum++) {
                next(stratum, salience--);
            }
            rule(rule, salience--);
        }
    }

    private void head(Plan plan) {
        int number = agreement.periods().stream()
                .map(Declaration.Period::name)
                .toList()
                .indexOf(plan.period());
        line("package io.smartblocks.agreement.p" + number + ";");
        line("");
        line("// " + plain(agreement.head().title()) + ", version "
                + plain(agreement.head().version()) + ", settled each " + plain(plan.period()));
        line("");
        line("import io.smartblocks.runtime.rules.Settling;");
        line("import io.smartblocks.runtime.rules.Stratum;");
        line("import io.smartblocks.runtime.rules.Truth;");
        line("");
    }

    private void legend(Planning.Planned planned) {
        Plan plan = planned.plan();
        Exact[] parameters = planned.parameters();
        for (int i = 0; i < parameters.length; i++) {
            line("// parameter(" + i + ") = " + parameters[i]);
        }
        for (int i = 0; i < plan.terms().size(); i++) {
            line("// term(" + i + ") = " + plain(plan.where(i, agreement)));
        }
        for (int i = 0; i < plan.demands().size(); i++) {
            line("// input(" + i + ") = " + plain(plan.demands().get(i).text().replace("settling.", "")));
        }
        for (int i = 0; i < plan.tests().size(); i++) {
            line("// itIs(" + i + ") = " + plain(Wording.words(plan.tests().get(i))));
        }
        for (int i = 0; i < plan.events().size(); i++) {
            line("// happened(" + i + ") = " + plain(Wording.words(plan.events().get(i))));
        }
        for (int i = 0; i < plan.sentences().size(); i++) {
            Sentence sentence = plan.sentences().get(i);
            line("// sentence " + i + " = " + plain(sentence.where(agreement)) + " "
                    + plain(sentence.clauseIn(agreement).title()));
        }
        line("");
    }

    private void rule(PlannedRule rule, int salience) {
        StringBuilder asked = new StringBuilder();
        for (Question question : rule.when()) {
            asked.append(",\n        ").append(asked(question));
        }
        line("rule \"" + plain(rule.name()) + "\"");
        line("    salience " + salience);
        line("when");
        line("    Stratum( number == " + rule.stratum() + ", $settling : settling" + asked + " )");
        line("then");
        line("    " + rule.then().text().replace("settling.", "$settling.") + ";");
        line("end");
        line("");
    }

    /** A single question stands in its rule; one of several parts is a function, which Drools compiles as plain Java. */
    private String asked(Question question) {
        boolean composed = question instanceof Question.Combined
                || question instanceof Question.Opposite
                || question instanceof Question.Undecided;
        if (!composed) {
            return question.text().replace("settling.", "$settling.") + ".holds()";
        }
        String name = "asked" + functions++;
        line("function boolean " + name + "(Settling settling) {");
        line("    return " + question.text() + ".holds();");
        line("}");
        line("");
        return name + "($settling)";
    }

    private void next(int stratum, int salience) {
        line("rule \"stratum " + (stratum + 1) + "\"");
        line("    salience " + salience);
        line("when");
        line("    Stratum( number == " + stratum + ", $settling : settling )");
        line("then");
        line("    insert( new Stratum($settling, " + (stratum + 1) + ") );");
        line("end");
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Words of the agreement without anything that could end a string, a comment or a line. */
    static String plain(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || " .,:;()[]=+-*/%€°".indexOf(c) >= 0 ? c : '\'')
                .forEach(plain::appendCodePoint);
        return plain.toString().replace("*/", "* /").replace("/*", "/ *");
    }
}
