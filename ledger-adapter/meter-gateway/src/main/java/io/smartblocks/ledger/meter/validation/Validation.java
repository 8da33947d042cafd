package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Goes through the new readings of one meter in order of time, with those before them, and flags what is remarkable. */
public final class Validation {

    private static final int DAYS_OF_A_YEAR = 366;

    private final History history;
    private final ValidationReport.Collector report = new ValidationReport.Collector();
    private final TreeMap<LocalDate, ReadingsPage> stated = new TreeMap<>();
    private final Map<LocalDate, Marks> marks = new TreeMap<>();
    private final Rules rules;
    private final int daysBefore;

    private Validation(
            List<ReadingsPage> pages,
            Counting counting,
            Optional<CheckedMeter> checked,
            History history,
            Thresholds thresholds) {
        pages.forEach(page -> stated.put(page.day(), page));
        boolean monthly = !pages.isEmpty() && pages.get(0).interval().value().equals("P1M");
        this.history = history;
        int likeDays = monthly ? Math.max(DAYS_OF_A_YEAR, thresholds.likeDays()) : thresholds.likeDays();
        // The stand before is what a check begins from, and registers may be read once a year.
        this.daysBefore = checked.isPresent() ? Math.max(DAYS_OF_A_YEAR, likeDays) : likeDays;
        this.rules = new Rules(counting, checked, thresholds, likeDays);
    }

    /**
     * The pages with their flags, and what was found.
     *
     * @param uncompared what of a register could not be compared with the meter that it checks, in words
     */
    public record Validated(List<ReadingsPage> pages, ValidationReport report, Optional<String> uncompared) {
        public Validated {
            pages = List.copyOf(pages);
        }
    }

    /**
     * Flags the pages of one meter. Flags that they bear already stay, as what the source said.
     *
     * @param pages each of another day
     */
    public static Validated of(List<ReadingsPage> pages, Counting counting, History history, Thresholds thresholds) {
        return of(pages, counting, Optional.empty(), history, thresholds);
    }

    /** Flags the pages of one meter, which may be a register that checks another meter. */
    public static Validated of(
            List<ReadingsPage> pages,
            Counting counting,
            Optional<CheckedMeter> checked,
            History history,
            Thresholds thresholds) {
        return new Validation(pages, counting, checked, history, thresholds).validated(pages);
    }

    private Validated validated(List<ReadingsPage> pages) {
        LocalDate reached = LocalDate.MIN;
        for (ReadingsPage page : stated.values()) {
            LocalDate from = page.day().minusDays(daysBefore);
            for (LocalDate day = from.isAfter(reached) ? from : reached.plusDays(1);
                    day.isBefore(page.day());
                    day = day.plusDays(1)) {
                history.on(day).ifPresent(this::standing);
            }
            stated(page, history.on(page.day()));
            reached = page.day();
        }
        return new Validated(
                pages.stream().map(page -> marks.get(page.day()).flagged()).toList(),
                report.report(),
                rules.uncompared());
    }

    private void standing(ReadingsPage page) {
        Marks unused = new Marks(page, report);
        for (int place = 0; place < page.values().size(); place++) {
            next(page, place, unused, false);
        }
    }

    private void stated(ReadingsPage page, Optional<ReadingsPage> before) {
        Marks found = new Marks(page, report);
        found.countStated();
        marks.put(page.day(), found);
        for (int place = 0; place < page.values().size(); place++) {
            if (page.valueAt(place).isPresent()) {
                next(page, place, found, true);
            } else if (before.isPresent() && place < before.get().values().size()) {
                next(before.get(), place, found, false);
            }
        }
    }

    private static boolean isSpike(ReadingsPage page, int place) {
        return page.flags()
                .filter(flags -> flags.charAt(place) == Flag.SPIKE.letter())
                .isPresent();
    }

    private void next(ReadingsPage page, int place, Marks found, boolean isNew) {
        page.valueAt(place)
                .ifPresent(number -> rules.next(
                        new Value(
                                found,
                                place,
                                page.startOf(place),
                                page.startOf(place + 1),
                                number,
                                isNew,
                                !isNew && isSpike(page, place)),
                        page.day(),
                        page.zone()));
    }
}
