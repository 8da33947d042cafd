package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.util.Objects;

/** Writes what was recorded and predicted of a meter in words. */
final class MeterWords {

    private MeterWords() {}

    static void add(Fields to, MeterAction action) {
        if (action instanceof MeterAction.RegisterMeter registered) {
            meter(to, registered.meter());
            to.add("label", registered.label());
            to.add("site", registered.site());
            to.add("energy", to.say().energy(registered.energy()));
            to.add("operator", to.name(registered.operator()));
            to.add("interval", to.say().message("interval." + registered.interval(), registered.unit()));
            registered.checks().ifPresent(checked -> to.meter("checks", checked));
        } else if (action instanceof MeterAction.AssignMeter assigned) {
            meter(to, assigned.meter());
            to.add("site", assigned.site());
        } else if (action instanceof MeterAction.RetireMeter retired) {
            meter(to, retired.meter());
            to.add("last.day", to.say().longDay(retired.lastDay()));
            to.add("reason", retired.reason());
        } else if (action instanceof MeterAction.AppointPredictor appointed) {
            meter(to, appointed.meter());
            to.add("predictor", to.name(appointed.predictor()));
        } else if (action instanceof MeterAction.DismissPredictor dismissed) {
            meter(to, dismissed.meter());
            to.add("predictor", to.name(dismissed.predictor()));
        } else if (action instanceof MeterAction.RecordReadings recorded) {
            readings(to, recorded.page());
        } else if (action instanceof MeterAction.CorrectReadings corrected) {
            readings(to, corrected.page());
            to.add("reason", corrected.reason());
        }
    }

    /** A meter as it stands. */
    static void standing(Fields to, MeterState meter) {
        meter(to, meter.meter());
        to.add("label", meter.label());
        to.add("site", meter.site());
        to.add("energy", to.say().energy(meter.energy()));
        to.add("interval", to.say().message("interval." + meter.interval(), meter.unit()));
        to.add("operator", to.name(meter.operator()), "/parties/" + meter.operator());
        meter.checks().ifPresent(checked -> to.meter("checks", checked));
        meter.predictors().forEach(predictor -> to.add("predictor", to.name(predictor)));
        to.add("zone", meter.zone().getId());
        meter.lastDay().ifPresent(day -> to.add("last.day", to.say().longDay(day)));
    }

    static void meter(Fields to, MeterId meter) {
        to.meter("meter", meter);
    }

    static void readings(Fields to, ReadingsPage page) {
        meter(to, page.meter());
        to.add("day", to.say().longDay(page.day()));
        long known = page.values().stream().filter(Objects::nonNull).count();
        to.add(
                "values",
                to.say().message("payload.readings", known, page.values().size() - known));
        long sum = page.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        to.add("total", to.say().plain(BigDecimal.valueOf(sum, page.scale())) + ' ' + page.unit());
    }

    static void add(Fields to, PredictionPage page) {
        meter(to, page.meter());
        to.add("day", to.say().longDay(page.day()));
        to.add("model", page.model());
        long sum = page.values().stream().mapToLong(Long::longValue).sum();
        to.add("total", to.say().plain(BigDecimal.valueOf(sum, page.scale())) + ' ' + page.unit());
    }
}
