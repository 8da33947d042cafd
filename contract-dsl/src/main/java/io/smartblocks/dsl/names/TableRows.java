package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ValueSyntax;
import java.util.List;
import java.util.Optional;

/** Gives a table its unit and period, and says where its rows are in disorder. */
final class TableRows {

    private final Resolver resolver;
    private final Expressions expressions;

    TableRows(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    Optional<Value> of(ValueSyntax.Table table, String name) {
        Optional<String> by = resolver.period(table.by());
        int before = resolver.findings();
        int next = 1;
        for (ValueSyntax.Row row : table.rows()) {
            order(row, next, name, table.by().text());
            next = Math.max(next, row.last() + 1);
        }
        List<Value.Row> rows = table.rows().stream()
                .map(row -> new Value.Row(
                        row.first(),
                        row.last(),
                        expressions.constant(row.value()).value()))
                .toList();
        boolean ordered = resolver.findings() == before;
        return by.filter(it -> ordered).map(it -> new Value.Table(it, rows, expressions.unit(table.unit())));
    }

    private void order(ValueSyntax.Row row, int next, String name, String by) {
        if (row.first() == 0) {
            disorder(row.at(), "there is no %s 0: the first is 1".formatted(by), "count from 1");
        } else if (row.last() < row.first()) {
            disorder(row.at(), "this row ends before it begins", "write `%d to %d`".formatted(row.last(), row.first()));
        } else if (row.first() < next) {
            disorder(
                    row.at(),
                    "`%s` has another value for %s %d already".formatted(name, by, row.first()),
                    "begin this row with %d, and put the rows in the order of the periods".formatted(next));
        } else if (row.first() > next) {
            String lacking =
                    row.first() - 1 == next ? by + " " + next : "%s %d to %d".formatted(by, next, row.first() - 1);
            disorder(
                    row.at(),
                    "`%s` has no value for %s".formatted(name, lacking),
                    "add a row for it, or let the row before go on to %d".formatted(row.first() - 1));
        }
    }

    private void disorder(SourceRange at, String what, String help) {
        resolver.report(Diagnostic.of(Code.E0506, at, what).help(help));
    }
}
