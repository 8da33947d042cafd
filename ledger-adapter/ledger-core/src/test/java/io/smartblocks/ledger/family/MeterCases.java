package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Estate.METER;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What may be asked of the families meter, prediction and index. */
final class MeterCases {

    private static final String OPERATOR_ONLY = "operator=yes *=not-allowed";
    private static final String PUBLISHER_ONLY = "publisher=yes *=not-allowed";
    private static final MeterId NEW_METER = new MeterId("IE-9002/import");
    private static final Interval HOUR = Interval.ofMinutes(60);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 1);

    private MeterCases() {}

    static List<Case> meter() {
        World plain = Estate.plain();
        World retired = plain.fork();
        retired.must("reader", retire());
        World recorded = plain.fork();
        recorded.must("reader", new RecordReadings(readings(METER, 1)));
        MemberId grid2 = new MemberId("grid-2");
        return List.of(
                Case.of("a new meter", plain, Estate.meter(NEW_METER), "registrar,operator=yes *=not-allowed"),
                Case.of(
                        "a registered meter",
                        plain,
                        Estate.meter(METER),
                        "registrar,operator=meter-exists *=not-allowed"),
                Case.of("a meter", plain, new AssignMeter(METER, "Annexe"), OPERATOR_ONLY),
                Case.of(
                        "a meter of that site",
                        plain,
                        new AssignMeter(METER, "Campus"),
                        "operator=nothing-changes *=not-allowed"),
                Case.of("no meter", plain, new AssignMeter(NEW_METER, "Annexe"), "*=meter-unknown"),
                Case.of("a meter", plain, retire(), OPERATOR_ONLY),
                Case.of("a meter that is retired so", retired, retire(), "operator=nothing-changes *=not-allowed"),
                Case.of("for a meter", plain, new AppointPredictor(METER, grid2), OPERATOR_ONLY),
                Case.of(
                        "who is appointed",
                        plain,
                        new AppointPredictor(METER, new MemberId("oracle")),
                        "operator=nothing-changes *=not-allowed"),
                Case.of(
                        "who is no member",
                        plain,
                        new AppointPredictor(METER, new MemberId("nobody")),
                        "operator=member-unknown *=not-allowed"),
                Case.of("who is appointed", plain, new DismissPredictor(METER, new MemberId("oracle")), OPERATOR_ONLY),
                Case.of(
                        "who is not appointed",
                        plain,
                        new DismissPredictor(METER, grid2),
                        "operator=nothing-changes *=not-allowed"),
                Case.of("a day", plain, new RecordReadings(readings(METER, 1)), OPERATOR_ONLY),
                Case.of(
                        "a day that is recorded so",
                        recorded,
                        new RecordReadings(readings(METER, 1)),
                        "operator=readings-duplicate *=not-allowed"),
                Case.of(
                        "a day that is recorded otherwise",
                        recorded,
                        new RecordReadings(readings(METER, 2)),
                        "operator=readings-conflict *=not-allowed"),
                Case.of(
                        "a day after the meter's last",
                        retired,
                        new RecordReadings(readings(METER, 1)),
                        "operator=meter-retired *=not-allowed"),
                Case.of("a day of no meter", plain, new RecordReadings(readings(NEW_METER, 1)), "*=meter-unknown"),
                Case.of("a recorded day", recorded, correction(2), OPERATOR_ONLY),
                Case.of("a day without readings", plain, correction(2), "operator=value-unknown *=not-allowed"));
    }

    static List<Case> prediction() {
        World plain = Estate.plain();
        World dismissed = plain.fork();
        dismissed.must("reader", new DismissPredictor(METER, new MemberId("oracle")));
        World retired = plain.fork();
        retired.must("reader", retire());
        RecordPrediction coming = predict(METER, NEXT_YEAR);
        return List.of(
                Case.of("a day to come", plain, coming, "predictor=yes *=not-allowed"),
                Case.of("a day that has begun", plain, predict(METER, DAY), "predictor=too-late *=not-allowed"),
                Case.of("after the predictor was dismissed", dismissed, coming, "*=not-allowed"),
                Case.of("a day after the meter's last", retired, coming, "predictor=meter-retired *=not-allowed"),
                Case.of("a day of no meter", plain, predict(NEW_METER, NEXT_YEAR), "*=meter-unknown"));
    }

    static List<Case> index() {
        World plain = Estate.plain();
        World published = plain.fork();
        published.must("pat", publish(Estate.DAILY, "1"));
        published.must("pat", new PublishIndexPage(page(Estate.HOURLY, "1")));
        IndexId other = new IndexId("exchange/other");
        return List.of(
                Case.of(
                        "a new index",
                        plain,
                        new RegisterIndex(other, new MemberId("exchange"), "Other", "EUR"),
                        "registrar,publisher=yes *=not-allowed"),
                Case.of(
                        "a registered index",
                        plain,
                        Estate.hourly(Estate.HOURLY),
                        "registrar,publisher=index-exists *=not-allowed"),
                Case.of("days without value", plain, publish(Estate.DAILY, "1"), PUBLISHER_ONLY),
                Case.of(
                        "days with a value",
                        published,
                        publish(Estate.DAILY, "1"),
                        "publisher=index-range-taken *=not-allowed"),
                Case.of(
                        "an index of hours",
                        plain,
                        publish(Estate.HOURLY, "1"),
                        "publisher=page-differs-from-index *=not-allowed"),
                Case.of("no index", plain, publish(other, "1"), "*=index-unknown"),
                Case.of("days with a value", published, correct("2"), PUBLISHER_ONLY),
                Case.of("days without value", plain, correct("2"), "publisher=value-unknown *=not-allowed"),
                Case.of("a day without values", plain, new PublishIndexPage(page(Estate.HOURLY, "1")), PUBLISHER_ONLY),
                Case.of(
                        "a day with values",
                        published,
                        new PublishIndexPage(page(Estate.HOURLY, "2")),
                        "publisher=index-range-taken *=not-allowed"),
                Case.of(
                        "an index of days",
                        plain,
                        new PublishIndexPage(page(Estate.DAILY, "1")),
                        "publisher=page-differs-from-index *=not-allowed"),
                Case.of(
                        "a day with values",
                        published,
                        new CorrectIndexPage(page(Estate.HOURLY, "2"), "typo"),
                        PUBLISHER_ONLY),
                Case.of(
                        "a day without values",
                        plain,
                        new CorrectIndexPage(page(Estate.HOURLY, "2"), "typo"),
                        "publisher=value-unknown *=not-allowed"));
    }

    private static RetireMeter retire() {
        return new RetireMeter(METER, DAY.minusDays(1), "replaced");
    }

    private static ReadingsPage readings(MeterId meter, long value) {
        return ReadingsPage.of(
                meter, DAY, Estate.DUBLIN, HOUR, "kWh", 3, new ArrayList<>(Collections.nCopies(24, value)));
    }

    private static CorrectReadings correction(long value) {
        return new CorrectReadings(readings(METER, value), "typo");
    }

    private static RecordPrediction predict(MeterId meter, LocalDate day) {
        return new RecordPrediction(PredictionPage.of(
                meter, day, Estate.DUBLIN, HOUR, "kWh", 3, Collections.nCopies(24, 1L), "persistence"));
    }

    private static PublishIndexValues publish(IndexId index, String value) {
        return new PublishIndexValues(index, List.of(value(value)));
    }

    private static CorrectIndexValue correct(String value) {
        return new CorrectIndexValue(Estate.DAILY, value(value), "typo");
    }

    private static IndexValue value(String value) {
        return new IndexValue(DAY, DAY.plusDays(1), new BigDecimal(value));
    }

    private static IndexPage page(IndexId index, String value) {
        return IndexPage.of(
                index, DAY, Estate.DUBLIN, HOUR, new ArrayList<>(Collections.nCopies(24, new BigDecimal(value))));
    }
}
