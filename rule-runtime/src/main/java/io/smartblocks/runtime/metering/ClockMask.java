package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.CalendarTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For each interval of a grid the number of the first test that holds when it starts, or the number of tests if none
 * does; kept for as long as others ask for the same, since all agreements of a zone share them.
 */
public final class ClockMask {

    private static final int KEPT = 512;
    private static final Map<Key, ClockMask> CACHE = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ClockMask> eldest) {
            return size() > KEPT;
        }
    };

    private final byte[] arms;
    private final Runs[] runs;

    private ClockMask(byte[] arms, int tests) {
        this.arms = arms;
        this.runs = new Runs[tests + 1];
        for (int arm = 0; arm <= tests; arm++) {
            runs[arm] = Runs.of(arms, arm);
        }
    }

    private record Key(Grid grid, LocalCalendar calendar, List<CalendarTest> tests) {}

    /** The mask of some tests, at most a hundred. */
    public static ClockMask of(Grid grid, LocalCalendar calendar, List<CalendarTest> tests) {
        Key key = new Key(grid, calendar, List.copyOf(tests));
        synchronized (CACHE) {
            ClockMask known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        ClockMask made = new ClockMask(compute(grid, calendar, key.tests), key.tests.size());
        synchronized (CACHE) {
            CACHE.put(key, made);
        }
        return made;
    }

    public int size() {
        return arms.length;
    }

    /** Which test holds in an interval. */
    public int arm(int index) {
        return arms[index];
    }

    /** How many intervals a test takes. */
    public int count(int arm) {
        return runs[arm].count();
    }

    /** The intervals that a test takes. */
    public Runs runs(int arm) {
        return runs[arm];
    }

    private static byte[] compute(Grid grid, LocalCalendar calendar, List<CalendarTest> tests) {
        if (tests.size() > 100) {
            throw new IllegalArgumentException("a price may have at most 100 steps, this one has " + tests.size());
        }
        byte[] arms = new byte[grid.size()];
        Arrays.fill(arms, (byte) tests.size());
        ZoneRules rules = grid.zone().getRules();
        for (int i = 0; i < arms.length; i++) {
            Instant start = grid.startOf(i);
            ZoneOffset offset = rules.getOffset(start);
            LocalDateTime local = LocalDateTime.ofEpochSecond(start.getEpochSecond(), 0, offset);
            arms[i] = (byte) firstHolding(calendar, tests, local.toLocalDate(), local.toLocalTime());
        }
        return arms;
    }

    private static int firstHolding(LocalCalendar calendar, List<CalendarTest> tests, LocalDate day, LocalTime time) {
        int arm = 0;
        while (arm < tests.size() && !calendar.holds(tests.get(arm), day, time)) {
            arm++;
        }
        return arm;
    }
}
