package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** Founds the demo ledger: its members, one of whom still waits, the campus, a house with flats, their meters and the prices. */
record DemoFounding(DemoLedger ledger, ZoneId zone) {

    private static final String SITE = CampusMeter.CAMPUS;
    /** In square metres. */
    private static final BigDecimal FLOOR_AREA = BigDecimal.valueOf(18_400);

    private static final BigDecimal LIBRARY_AREA = BigDecimal.valueOf(3_150);
    private static final BigDecimal HOUSE_AREA = BigDecimal.valueOf(1_740);
    private static final BigDecimal FLAT_AREA = BigDecimal.valueOf(80);
    private static final String HOUSE_ADDRESS = "4 Rialto Street, Dublin 8";
    private static final String CAMPUS_ADDRESS = "Clonshaugh Road, Dublin 17";

    /** Does what has not been done before. */
    void complete() {
        found();
        Arrays.stream(DemoMember.values())
                .filter(member -> isMissing(StateKey.member(member.id())))
                .forEach(this::admit);
        Arrays.stream(DemoMember.values())
                .filter(DemoParticulars.ALL::containsKey)
                .filter(signatory -> isMissing(StateKey.particulars(signatory.organisation())))
                .forEach(this::introduce);
        if (isMissing(StateKey.site(SiteId.of(SITE)))) {
            ledger.state(DemoMember.NIMBUS, "site", site(DemoMember.NIMBUS, SITE, FLOOR_AREA, CAMPUS_ADDRESS));
        }
        if (isMissing(StateKey.site(SiteId.of(CampusMeter.LIBRARY)))) {
            ledger.state(
                    DemoMember.NIMBUS,
                    "site/library",
                    site(DemoMember.NIMBUS, CampusMeter.LIBRARY, LIBRARY_AREA, CAMPUS_ADDRESS));
        }
        if (isMissing(StateKey.site(SiteId.of(CampusMeter.HOUSE)))) {
            ledger.state(
                    DemoMember.HOUSE,
                    "site/house",
                    site(DemoMember.HOUSE, CampusMeter.HOUSE, HOUSE_AREA, HOUSE_ADDRESS));
        }
        if (isMissing(StateKey.site(SiteId.of(CampusMeter.FLAT)))) {
            ledger.state(
                    DemoMember.FLAT, "site/flat", site(DemoMember.FLAT, CampusMeter.FLAT, FLAT_AREA, HOUSE_ADDRESS));
        }
        Arrays.stream(CampusMeter.values())
                .filter(meter -> isMissing(StateKey.meter(meter.id())))
                .forEach(this::register);
        DemoForecasts.METERS.forEach(this::appoint);
        DemoFactors.registrations().forEach(index -> {
            if (isMissing(StateKey.index(index.index()))) {
                ledger.state(DemoMember.CLIMATE_OFFICE, "factor/" + index.index(), index);
            }
        });
        if (isMissing(StateKey.index(HourlyPrices.INDEX))) {
            ledger.state(DemoMember.POWER_EXCHANGE, "hourly-index", HourlyPrices.registration(zone));
        }
        if (isMissing(StateKey.index(DemoPrices.INDEX))) {
            ledger.state(
                    DemoMember.GAS_EXCHANGE,
                    "index",
                    new RegisterIndex(DemoPrices.INDEX, DemoMember.GAS_EXCHANGE.id(), "Gas Price", "EUR per kWh"));
        }
    }

    private boolean isMissing(StateKey key) {
        return ledger.states().state(key).isEmpty();
    }

    private void introduce(DemoMember signatory) {
        ledger.state(
                signatory,
                "particulars/" + signatory.organisation(),
                new StateParticulars(signatory.organisation(), DemoParticulars.ALL.get(signatory)));
    }

    private RegisterSite site(DemoMember owner, String name, BigDecimal area, String address) {
        return new RegisterSite(
                SiteId.of(name), owner.id(), name, zone, Optional.of("IE"), Optional.of(area), Optional.of(address));
    }

    private void appoint(CampusMeter meter) {
        boolean appointed = ledger.states()
                .state(StateKey.meter(meter.id()), MeterState.class)
                .filter(known -> known.predictors().contains(DemoMember.FORECASTS.id()))
                .isPresent();
        if (!appointed) {
            ledger.state(
                    DemoMember.METER_GATEWAY,
                    "predictor/" + meter.id(),
                    new AppointPredictor(meter.id(), DemoMember.FORECASTS.id()));
        }
    }

    private void found() {
        DemoMember office = DemoMember.LEDGER_OFFICE;
        if (isMissing(StateKey.ledger())) {
            ledger.state(
                    office,
                    "found",
                    new FoundLedger(
                            "SmartBlocks demo ledger",
                            office.id(),
                            office.title(),
                            ledger.signer(office).publicKey()));
        }
    }

    private void admit(DemoMember member) {
        if (member.applies()) {
            ledger.state(
                    member,
                    "application/" + member.id(),
                    new ApplyForMembership(
                            member.id(),
                            member.title(),
                            member.organisation(),
                            member.roles(),
                            ledger.signer(member).publicKey()));
            return;
        }
        ledger.state(
                DemoMember.LEDGER_OFFICE,
                "member/" + member.id(),
                new RegisterMember(
                        member.id(),
                        member.title(),
                        member.organisation(),
                        member.roles(),
                        ledger.signer(member).publicKey()));
    }

    private void register(CampusMeter meter) {
        ledger.state(
                DemoMember.METER_GATEWAY,
                "meter/" + meter.id(),
                new RegisterMeter(
                        meter.id(),
                        DemoMember.METERING.id(),
                        meter.label(),
                        meter.site(),
                        meter.energy(),
                        meter.unit(),
                        meter.interval(),
                        zone,
                        meter.measure(),
                        meter.rollsOverAt()));
    }
}
