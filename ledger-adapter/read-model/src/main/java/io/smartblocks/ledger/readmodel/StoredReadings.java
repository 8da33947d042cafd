package io.smartblocks.ledger.readmodel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a page in one column: whole numbers divided by commas, nothing where a reading is missing. */
final class StoredReadings {

    private StoredReadings() {}

    static String write(List<@Nullable Long> values) {
        StringBuilder out = new StringBuilder(values.size() * 6);
        for (int i = 0; i < values.size(); i++) {
            Long value = values.get(i);
            out.append(i == 0 ? "" : ",").append(value == null ? "" : value.toString());
        }
        return out.toString();
    }

    static List<@Nullable Long> read(String stored) {
        List<@Nullable Long> values = new ArrayList<>(100);
        int start = 0;
        for (int comma = stored.indexOf(','); comma >= 0; comma = stored.indexOf(',', start)) {
            values.add(value(stored, start, comma));
            start = comma + 1;
        }
        values.add(value(stored, start, stored.length()));
        return values;
    }

    /** The same as plain numbers. */
    static long[] numbers(String stored) {
        int count = 1;
        for (int i = 0; i < stored.length(); i++) {
            count += stored.charAt(i) == ',' ? 1 : 0;
        }
        long[] numbers = new long[count];
        int start = 0;
        for (int i = 0; i < count; i++) {
            int comma = stored.indexOf(',', start);
            int end = comma < 0 ? stored.length() : comma;
            numbers[i] = start == end ? DayReadings.MISSING : Long.parseLong(stored, start, end, 10);
            start = end + 1;
        }
        return numbers;
    }

    private static @Nullable Long value(String stored, int from, int to) {
        return from == to ? null : (Long) Long.parseLong(stored, from, to, 10);
    }
}
