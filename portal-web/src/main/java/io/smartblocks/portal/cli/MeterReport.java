package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A meter as the command line shows it.
 *
 * @param siteNamed the site in the words of its registration
 * @param site the registered site that these words mean
 */
record MeterReport(
        String meter,
        String label,
        String siteNamed,
        Optional<String> site,
        String energy,
        String unit,
        String every,
        String zone,
        String measures,
        Optional<BigDecimal> rollsOverAt,
        String operator,
        List<String> predictors,
        Optional<LocalDate> lastDay) {

    static MeterReport of(MeterState meter, StateView ledger) {
        return new MeterReport(
                meter.meter().value(),
                meter.label(),
                meter.site(),
                Sites.meantBy(meter.site(), ledger).map(SiteState::site).map(Object::toString),
                meter.energy(),
                meter.unit(),
                meter.interval().value(),
                meter.zone().getId(),
                meter.measure().name().toLowerCase(Locale.ROOT),
                meter.rollsOverAt(),
                meter.operator().value(),
                meter.predictors().stream().map(MemberId::value).toList(),
                meter.lastDay());
    }

    String siteInWords() {
        return site.map(id -> id.equals(siteNamed) ? id : siteNamed + " (" + id + ")")
                .orElse(siteNamed + " (not registered)");
    }

    String service() {
        return lastDay.map(day -> "until " + day).orElse("in service");
    }
}
