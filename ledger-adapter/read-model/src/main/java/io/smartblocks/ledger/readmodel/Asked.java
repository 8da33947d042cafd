package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Asks about many things in one question: what is asked about is a table of its own, {@code asked}, in the query. */
final class Asked {

    /** Few sizes, so that the database knows each question; what is left over is filled up. */
    private static final List<Integer> SIZES = List.of(100, 10, 1);

    private final String columns;
    private final String row;
    private final Object[] filling;

    /**
     * A question.
     *
     * @param columns the names of the columns
     * @param types their types
     * @param filling a row about which there is nothing to say
     */
    Asked(String columns, List<String> types, Object... filling) {
        this.columns = columns;
        this.row = "("
                + String.join(
                        ", ",
                        types.stream().map(type -> "cast(? as " + type + ")").toList()) + ")";
        this.filling = filling;
    }

    /** All answers, in no order; the query is made of the table that is asked about. */
    <T> List<T> list(
            Connection connection,
            List<Object[]> rows,
            Function<String, String> query,
            Sql.Row<T> answer,
            Object... otherParameters)
            throws SQLException {
        List<T> answers = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int size = sizeFor(rows.size() - from);
            List<Object> parameters = new ArrayList<>();
            for (int i = from; i < from + size; i++) {
                parameters.addAll(Arrays.asList(i < rows.size() ? rows.get(i) : filling));
            }
            parameters.addAll(Arrays.asList(otherParameters));
            String table = "(values " + String.join(", ", Collections.nCopies(size, row)) + ") asked (" + columns + ")";
            answers.addAll(Sql.list(connection, query.apply(table), answer, parameters.toArray()));
            from += size;
        }
        return answers;
    }

    private static int sizeFor(int left) {
        int most = SIZES.get(0);
        for (int size : SIZES) {
            // up to half of it may be filling
            most = left <= size || most == SIZES.get(0) && left * 2 <= size ? size : most;
        }
        return most;
    }
}
