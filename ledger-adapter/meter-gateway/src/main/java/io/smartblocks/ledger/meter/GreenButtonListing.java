package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import io.smartblocks.ledger.meter.greenbutton.GreenButtonFile;
import io.smartblocks.ledger.meter.greenbutton.IntervalReading;
import io.smartblocks.ledger.meter.greenbutton.MalformedFeed;
import io.smartblocks.ledger.meter.greenbutton.ReadingType;
import io.smartblocks.ledger.meter.greenbutton.Series;
import io.smartblocks.ledger.meter.greenbutton.UsagePoint;
import io.smartblocks.ledger.meter.greenbutton.UsageSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in lines of text what a Green Button file holds. */
public final class GreenButtonListing {

    private static final int BILLS_NAMED = 40;

    private GreenButtonListing() {}

    /** A line for each usage point, each series of readings and each bill. */
    public static List<String> of(Contents contents) {
        List<String> lines = new ArrayList<>();
        for (UsagePoint point : contents.usagePoints()) {
            lines.add("usage point " + point.number() + ": " + named(point.title(), point.id())
                    + (point.service().isEmpty() ? "" : ", " + point.service()));
            point.series().forEach(series -> lines.add("  reading " + described(series)));
            point.summaries().stream().limit(BILLS_NAMED).forEach(bill -> lines.add("  bill " + described(bill)));
            if (point.summaries().size() > BILLS_NAMED) {
                lines.add("  and " + (point.summaries().size() - BILLS_NAMED) + " more bills");
            }
        }
        contents.oddities().forEach(oddity -> lines.add("note: " + oddity));
        return lines;
    }

    /** The first readings of the series that is meant, each as the file states it; empty for any other kind of file. */
    public static List<String> readings(Path file, ColumnChoice choice, int most) {
        Problems unused = new Problems(file.getFileName().toString());
        if (FileKind.of(file, unused) != FileKind.XML) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try {
            GreenButtonFile feed = GreenButtonFile.of(() -> MeterFile.opened(file));
            Optional<Series> series = new SeriesChoice(feed.contents(), choice, unused).series();
            if (series.isPresent()) {
                feed.readings(series.get(), reading -> {
                    if (lines.size() < most) {
                        lines.add(described(reading, series.get().type()));
                    }
                });
                long further = series.get().readings() - lines.size();
                if (further > 0) {
                    lines.add("and " + further + " more readings");
                }
            }
        } catch (MalformedFeed e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The readings file '" + file + "' could not be read", e);
        }
        return lines;
    }

    private static String described(IntervalReading reading, Optional<ReadingType> type) {
        String value = reading.value()
                .map(number ->
                        type.map(kind -> kind.inUnit(number)).orElse(number).toPlainString() + " "
                                + type.map(ReadingType::unit).orElse(""))
                .orElse("missing");
        return reading.start().map(Object::toString).orElse("at no time")
                + reading.duration().map(length -> " for " + length).orElse("") + ": " + value.strip()
                + reading.cost()
                        .map(cost -> ", " + cost.stripTrailingZeros().toPlainString()
                                + type.map(kind -> currency(kind.currency())).orElse(""))
                        .orElse("")
                + reading.quality().map(quality -> ", " + quality).orElse("")
                + reading.fault().map(fault -> "; " + fault).orElse("");
    }

    static String inOneLine(Contents contents) {
        return contents.usagePoints().stream()
                .flatMap(point -> point.series().stream()
                        .map(series -> "reading " + described(series) + " at usage point " + point.number() + " ("
                                + named(point.title(), point.id()) + ")"))
                .collect(Collectors.joining("; "));
    }

    private static String described(Series series) {
        String type = series.type()
                .map(kind -> List.of(
                                kind.unit(),
                                kind.direction(),
                                kind.isRegister() ? "stands of a register" : "",
                                kind.intervalLength()
                                        .map(length -> "every " + length)
                                        .orElse(""))
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")))
                .orElse("of unknown type");
        return series.number() + ": " + named(series.title(), series.id()) + (type.isEmpty() ? "" : ", " + type) + ", "
                + series.readings() + (series.readings() == 1 ? " reading" : " readings")
                + span(series.first(), series.end());
    }

    private static String described(UsageSummary bill) {
        return "from " + bill.start().map(Object::toString).orElse("an unknown day")
                + bill.duration()
                        .map(length -> ", " + length.toDays() + " days")
                        .orElse("")
                + bill.used()
                        .map(used -> ": " + used.stripTrailingZeros().toPlainString() + " " + bill.unit())
                        .orElse("")
                + bill.bill()
                        .map(money -> ", " + money.stripTrailingZeros().toPlainString() + currency(bill.currency()))
                        .orElse("");
    }

    /** The three letters of a currency, which Green Button states by its number. */
    static String currency(int number) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> number != 0 && currency.getNumericCode() == number)
                .map(currency -> " " + currency.getCurrencyCode())
                .min(String::compareTo)
                .orElse("");
    }

    private static String span(Optional<?> first, Optional<?> end) {
        return first.isEmpty() ? "" : " from " + first.get() + " to " + end.get();
    }

    private static String named(String title, String id) {
        return title.isEmpty() ? id : title;
    }
}
