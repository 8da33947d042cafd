package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeters;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what meters are expected to read from a file in the format of readings: whole days, whenever they are to come. */
final class PredictionFile {

    // the ledger takes no later day, and a prediction is of readings that are still to come
    private static final Instant AFTER_ALL_DAYS = Instant.parse("2200-01-02T00:00:00Z");

    private final Path path;
    private final ReadingsFile reader;

    PredictionFile(Path path, StateView ledger) {
        this.path = path;
        RegisteredMeters meters = RegisteredMeters.on(ledger);
        this.reader = new ReadingsFile(meters::find, Clock.fixed(AFTER_ALL_DAYS, ZoneOffset.UTC));
    }

    /** The predictions of all days, in their order. */
    List<PredictionPage> predictions(ColumnChoice choice, Optional<String> marginColumn, String model) {
        List<PredictionPage> predictions = new ArrayList<>();
        Map<LocalDate, ReadingsPage> margins = new TreeMap<>();
        marginColumn.ifPresent(column -> pages(choice.valueIn(column)).forEach(page -> margins.put(page.day(), page)));
        for (ReadingsPage page : pages(choice)) {
            Optional<ReadingsPage> margin = Optional.ofNullable(margins.get(page.day()));
            if (marginColumn.isPresent() && margin.isEmpty()) {
                throw refused("no margin is stated for %s; expected one for each value.".formatted(page.day()));
            }
            predictions.add(prediction(page, margin, model));
        }
        return predictions;
    }

    private List<ReadingsPage> pages(ColumnChoice choice) {
        ReadFile read = reader.read(path, choice);
        if (read instanceof ReadFile.Refused refused) {
            throw new InputRefused("Nothing of '%s' was stated.\n%s".formatted(path, refused.text()));
        }
        List<ReadingsPage> pages = ((ReadFile.Pages) read).pages();
        pages.stream().filter(page -> page.missing() > 0).findFirst().ifPresent(page -> {
            throw refused(("%d of the %d values of meter %s on %s are missing, the first at %s; a prediction holds for"
                            + " the whole day: state them all, or take the day out.")
                    .formatted(
                            page.missing(),
                            page.values().size(),
                            page.meter(),
                            page.day(),
                            page.startOf(page.values().indexOf(null))));
        });
        return pages;
    }

    private static PredictionPage prediction(ReadingsPage page, Optional<ReadingsPage> margin, String model) {
        int scale = Math.max(page.scale(), margin.map(ReadingsPage::scale).orElse(0));
        PredictionPage prediction = PredictionPage.of(
                page.meter(),
                page.day(),
                page.zone(),
                page.interval(),
                page.unit(),
                scale,
                rescaled(page, scale),
                model);
        return margin.map(errors -> prediction.within(rescaled(errors, scale))).orElse(prediction);
    }

    private static List<Long> rescaled(ReadingsPage page, int scale) {
        return page.values().stream()
                .map(Objects::requireNonNull)
                .map(value -> BigDecimal.valueOf(value, page.scale())
                        .setScale(scale)
                        .unscaledValue()
                        .longValueExact())
                .toList();
    }

    private InputRefused refused(String problem) {
        return new InputRefused("Nothing of '%s' was stated.\n%s: %s".formatted(path, path, problem));
    }
}
