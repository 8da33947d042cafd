package io.smartblocks.portal.settlement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be disputed of a settlement: its lines, the clauses under which nothing fell due this time, or all of it. The
 * ledger holds back whole clauses; which of their lines are meant is told with the reason.
 */
final class Disputable {

    private static final String FIELD = "disputed";
    private static final String WHOLE = "whole";
    private static final String LINE = "line-";
    private static final String CLAUSE = "clause-";

    /** One thing to tick. */
    private record Part(String key, String clause, Optional<Line> line) {}

    private final List<Part> parts;
    private final String currency;
    private final Typed typed;
    private final Words say;

    private Disputable(List<Part> parts, String currency, Typed typed, Words say) {
        this.parts = parts;
        this.currency = currency;
        this.typed = typed;
        this.say = say;
    }

    static Disputable of(CommitSettlement settled, SettlementAccount account, Typed typed, Words say) {
        Statement statement = Settlement.fromJson(settled.statement().getBytes(StandardCharsets.UTF_8));
        List<Line> lines = statement.lines();
        TreeSet<String> without = account.agreement().terms().owed().stream()
                .map(Owed::clause)
                .collect(Collectors.toCollection(TreeSet::new));
        lines.forEach(line -> without.remove(line.clause()));
        Stream<Part> ofLines = IntStream.range(0, lines.size())
                .mapToObj(i -> new Part(LINE + (i + 1), lines.get(i).clause(), Optional.of(lines.get(i))));
        Stream<Part> ofClauses = without.stream().map(clause -> new Part(CLAUSE + clause, clause, Optional.empty()));
        return new Disputable(Stream.concat(ofLines, ofClauses).toList(), statement.currency(), typed, say);
    }

    /** The parameter of the page's address by which a line, counted from 1, is ticked beforehand. */
    static Map<String, String> ticked(int line) {
        return Map.of(LINE + line, "on");
    }

    Field field() {
        List<Field.Option> options = Stream.concat(
                        parts.stream().map(part -> new Field.Option(part.key(), words(part))),
                        Stream.of(new Field.Option(WHOLE, say.message("dispute.whole"))))
                .toList();
        return Field.ticks(
                FIELD,
                say.message("dispute.what"),
                say.message("dispute.what.help"),
                options.stream().map(Field.Option::value).filter(typed::ticked).collect(Collectors.toSet()),
                options);
    }

    private String words(Part part) {
        return part.line()
                .map(line -> say.message("dispute.line.words", part.clause(), amount(line)))
                .orElseGet(() -> say.message("dispute.clause.none", part.clause()));
    }

    private String amount(Line line) {
        return line.description() + ' ' + say.number(line.net()) + ' ' + currency;
    }

    /** The clauses of what is ticked; none of them stand for all of the settlement. */
    Optional<List<String>> clauses() {
        if (typed.ticked(WHOLE)) {
            return Optional.of(List.of());
        }
        List<String> clauses =
                ticked().stream().map(Part::clause).distinct().sorted().toList();
        if (clauses.isEmpty()) {
            typed.refuse(FIELD, say.message("dispute.what.missing"));
            return Optional.empty();
        }
        return Optional.of(clauses);
    }

    /** The reason, which names the ticked lines first where others stand under the same clause. */
    String reason(String why) {
        if (typed.ticked(WHOLE) || covers()) {
            return why;
        }
        return ticked().stream()
                        .flatMap(part -> part.line().stream())
                        .map(this::amount)
                        .collect(joining("; "))
                + ": " + why;
    }

    /** Whether all lines are ticked of each clause of which one is. */
    private boolean covers() {
        List<Part> ticked = ticked();
        List<String> clauses = ticked.stream().map(Part::clause).toList();
        return parts.stream().filter(part -> clauses.contains(part.clause())).allMatch(ticked::contains);
    }

    private List<Part> ticked() {
        return parts.stream().filter(part -> typed.ticked(part.key())).toList();
    }
}
