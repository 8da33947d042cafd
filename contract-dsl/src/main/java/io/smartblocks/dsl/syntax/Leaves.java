package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads the smallest parts of a sentence: names, figures, units, days and lengths of time. */
final class Leaves {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_SPAN = 6;

    private final Tokens tokens;
    private final List<Diagnostic> findings;

    Leaves(Tokens tokens, List<Diagnostic> findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    SourceRange range(ParserRuleContext context) {
        return Tokens.range(context.getStart()).to(Tokens.range(context.getStop()));
    }

    /** A Term, a clause number or a text in quotes, without the quotes. */
    Word word(Token token) {
        String text = tokens.text(token);
        return switch (token.getType()) {
            case EscoLexer.STRING -> new Word(text.substring(1, text.length() - 1), Tokens.range(token));
            case EscoLexer.TERM -> new Word(text.replaceAll(" +", " "), Tokens.range(token));
            default -> new Word(text, Tokens.range(token));
        };
    }

    Word word(TerminalNode node) {
        return word(node.getSymbol());
    }

    Optional<Word> optional(TerminalNode node) {
        return Optional.ofNullable(node).map(this::word);
    }

    Word clause(EscoParser.ClauseNoContext context) {
        return word(context.getStart());
    }

    List<Word> clauses(EscoParser.ClauseRefsContext context) {
        return context.clauseNo().stream().map(this::clause).toList();
    }

    List<Word> terms(EscoParser.TermsContext context) {
        return context == null
                ? List.of()
                : context.TERM().stream().map(this::word).toList();
    }

    ExprSyntax.Figure figure(EscoParser.QuantityContext context) {
        return figure(context, context.NUMBER().getSymbol(), unit(context, context.unit(), context.unitAtom()));
    }

    /** A figure, or the name of one. */
    ExprSyntax rate(EscoParser.RateContext context) {
        if (context.quantity() != null) {
            return figure(context.quantity());
        }
        Word name = word(context.TERM());
        return new ExprSyntax.Name(name.text(), name.at());
    }

    ExprSyntax.Figure figure(EscoParser.AmountContext context) {
        return figure(context, context.NUMBER().getSymbol(), unit(context, context.unit(), context.unitAtom()));
    }

    ExprSyntax.Figure bare(TerminalNode number) {
        Token token = number.getSymbol();
        return new ExprSyntax.Figure(exact(token), digits(token), Optional.empty(), Tokens.range(token));
    }

    /** A figure whose unit is said elsewhere. */
    ExprSyntax.Figure figure(ParserRuleContext context, TerminalNode number, boolean negative, UnitSyntax unit) {
        Exact value = exact(number.getSymbol());
        return new ExprSyntax.Figure(
                negative ? value.negated() : value, digits(number.getSymbol()), Optional.of(unit), range(context));
    }

    private ExprSyntax.Figure figure(ParserRuleContext context, Token number, Optional<UnitSyntax> unit) {
        boolean negative = tokens.text(context.getStart()).equals("-");
        Exact value = negative ? exact(number).negated() : exact(number);
        return new ExprSyntax.Figure(value, digits(number), unit, range(context));
    }

    private Optional<UnitSyntax> unit(
            ParserRuleContext context, EscoParser.UnitContext unit, List<EscoParser.UnitAtomContext> inverse) {
        if (unit != null) {
            return Optional.of(unit(unit));
        }
        List<UnitSyntax.Factor> factors = inverse.stream()
                .map(atom -> new UnitSyntax.Factor(symbol(atom), true))
                .toList();
        return factors.isEmpty() ? Optional.empty() : Optional.of(new UnitSyntax(factors, range(context)));
    }

    UnitSyntax unit(EscoParser.UnitContext context) {
        List<UnitSyntax.Factor> factors = new ArrayList<>();
        for (EscoParser.UnitAtomContext atom : context.unitAtom()) {
            factors.add(new UnitSyntax.Factor(symbol(atom), !factors.isEmpty()));
        }
        return new UnitSyntax(factors, range(context));
    }

    private String symbol(EscoParser.UnitAtomContext atom) {
        List<String> words = new ArrayList<>();
        for (ParseTree child : atom.children) {
            words.add(tokens.text(((TerminalNode) child).getSymbol()));
        }
        return String.join(" ", words);
    }

    Exact exact(Token number) {
        String text = tokens.text(number).replace(",", "");
        if (text.length() > LONGEST_NUMBER) {
            findings.add(Diagnostic.of(
                            Code.E0110,
                            Tokens.range(number),
                            "this number has %d digits; at most %d can be used"
                                    .formatted(text.length(), LONGEST_NUMBER))
                    .help("write it with fewer digits or in a larger unit"));
            return Exact.ONE;
        }
        return Exact.parse(text);
    }

    private int digits(Token number) {
        String text = tokens.text(number);
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    /** A whole number of something countable. */
    int count(Token number) {
        String text = tokens.text(number).replace(",", "");
        if (text.contains(".") || text.length() > LONGEST_SPAN || Integer.parseInt(text) == 0) {
            findings.add(Diagnostic.of(
                            Code.E0107,
                            Tokens.range(number),
                            "`%s` is no count: a whole number from 1 to 999999 is expected".formatted(text))
                    .help("write the length in a smaller unit, such as `90 minutes` for one and a half hours"));
            return 1;
        }
        return Integer.parseInt(text);
    }

    /** The number of a period, as written: whether there is such a period is asked later. */
    int ordinal(Token number) {
        String text = tokens.text(number).replace(",", "");
        return text.equals("0") ? 0 : count(number);
    }

    TimeSpan duration(EscoParser.DurationContext context) {
        String unit = tokens.text(context.getStop());
        String singular = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        boolean working = context.getChildCount() == 3;
        TimeSpan.Unit counted =
                working ? TimeSpan.Unit.WORKING_DAY : TimeSpan.Unit.valueOf(singular.toUpperCase(Locale.ROOT));
        return new TimeSpan(count(context.NUMBER().getSymbol()), counted);
    }

    DateSyntax date(EscoParser.DateContext context) {
        Token token = context.getStart();
        return token.getType() == EscoLexer.TERM
                ? new DateSyntax(Optional.empty(), Optional.of(word(token).text()), Tokens.range(token))
                : new DateSyntax(day(token), Optional.empty(), Tokens.range(token));
    }

    Optional<DateSyntax> optionalDate(EscoParser.DateContext context) {
        return Optional.ofNullable(context).map(this::date);
    }

    private Optional<LocalDate> day(Token token) {
        String text = tokens.text(token);
        try {
            return Optional.of(Days.parse(text));
        } catch (DateTimeException e) {
            noSuch(token, "there is no day `%s`".formatted(text.replaceAll("\\s+", " ")));
            return Optional.empty();
        }
    }

    MonthDay monthDay(TerminalNode node) {
        String[] parts = tokens.text(node.getSymbol()).split("\\s+");
        try {
            return MonthDay.of(Month.valueOf(parts[1].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[0]));
        } catch (DateTimeException e) {
            noSuch(node.getSymbol(), "there is no day `%s %s`".formatted(parts[0], parts[1]));
            return MonthDay.of(1, 1);
        }
    }

    CalendarTest.Hours hours(EscoParser.HoursContext context) {
        return new CalendarTest.Hours(
                time(context.TIME(0).getSymbol()), time(context.TIME(1).getSymbol()));
    }

    Optional<CalendarTest.Hours> optionalHours(EscoParser.HoursContext context) {
        return Optional.ofNullable(context).map(this::hours);
    }

    LocalTime time(Token token) {
        String text = tokens.text(token);
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            noSuch(token, "there is no time of day `%s`".formatted(text));
            return LocalTime.MIDNIGHT;
        }
    }

    ClauseEvent event(EscoParser.ClauseStateContext context) {
        return ClauseEvent.valueOf(tokens.text(context.getStart()).toUpperCase(Locale.ROOT));
    }

    boolean has(ParserRuleContext context, String keyword) {
        return context.children.stream()
                .anyMatch(child -> child instanceof TerminalNode node
                        && tokens.text(node.getSymbol()).equals(keyword));
    }

    /** The range of two keywords that stand side by side. */
    Optional<SourceRange> between(ParserRuleContext context, String first, String last) {
        return has(context, first) && has(context, last)
                ? Optional.of(keyword(context, first).to(keyword(context, last)))
                : Optional.empty();
    }

    private SourceRange keyword(ParserRuleContext context, String keyword) {
        return context.children.stream()
                .filter(child -> child instanceof TerminalNode node
                        && tokens.text(node.getSymbol()).equals(keyword))
                .map(child -> Tokens.range(((TerminalNode) child).getSymbol()))
                .findFirst()
                .orElseThrow();
    }

    String text(Token token) {
        return tokens.text(token);
    }

    private void noSuch(Token token, String message) {
        findings.add(Diagnostic.of(Code.E0107, Tokens.range(token), message)
                .help("write a day as `28 February 2027`, a time as `07:30`"));
    }
}
