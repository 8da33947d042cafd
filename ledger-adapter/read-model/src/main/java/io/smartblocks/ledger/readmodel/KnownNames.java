package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers that stand for names in rows: given once, in the order in which blocks bring the names, so kept in memory. */
final class KnownNames {

    private static final int MOST_KEPT = 200_000;
    private static final Asked ASKED = new Asked("name", List.of("varchar(1000)"), "");

    private final Map<String, Integer> kept = new ConcurrentHashMap<>();
    private volatile int highest;

    /** Those of the names that have a number. */
    Map<String, Integer> numbers(Connection connection, Collection<String> names) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        List<Object[]> others = new ArrayList<>();
        for (String name : names) {
            Integer number = kept.get(name);
            if (number == null) {
                others.add(new Object[] {name});
            } else {
                numbers.put(name, number);
            }
        }
        Map<String, Integer> found = new HashMap<>();
        ASKED.list(
                connection,
                others,
                asked -> "select n.name, n.number from " + asked + " join known_name n on n.name = asked.name",
                row -> found.put(row.getString(1), row.getInt(2)));
        keep(found);
        numbers.putAll(found);
        return numbers;
    }

    /** The numbers of all the names, given now to those that have none yet; to be {@link #keep kept} once committed. */
    Map<String, Integer> numbersFor(Connection connection, Collection<String> names) throws SQLException {
        int next = Sql.one(connection, "select max(number) from known_name", row -> row.getInt(1))
                .map(last -> last + 1)
                .orElse(1);
        if (highest >= next) {
            // another process has emptied the tables
            forget();
        }
        Map<String, Integer> numbers = numbers(connection, names);
        List<Object[]> added = new ArrayList<>();
        for (String name : names) {
            if (!numbers.containsKey(name)) {
                int number = next + added.size();
                numbers.put(name, number);
                added.add(new Object[] {number, name});
            }
        }
        Sql.batch(connection, "insert into known_name (number, name) values (?, ?)", added);
        return numbers;
    }

    void keep(Map<String, Integer> numbers) {
        if (kept.size() + numbers.size() > MOST_KEPT) {
            kept.clear();
        }
        kept.putAll(numbers);
        highest = numbers.values().stream().reduce(highest, Math::max);
    }

    void forget() {
        kept.clear();
        highest = 0;
    }
}
