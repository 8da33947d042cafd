package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import java.time.ZoneId;
import java.util.Arrays;

/** Founds the demo ledger and admits its members, meters and the gas price. */
record DemoFounding(DemoLedger ledger, ZoneId zone) {

    private static final String SITE = "Nimbus Campus";

    /** Does what has not been done before. */
    void complete() {
        found();
        Arrays.stream(DemoMember.values())
                .filter(member ->
                        ledger.states().state(StateKey.member(member.id())).isEmpty())
                .forEach(this::admit);
        Arrays.stream(CampusMeter.values())
                .filter(meter ->
                        ledger.states().state(StateKey.meter(meter.id())).isEmpty())
                .forEach(this::register);
        if (ledger.states().state(StateKey.index(DemoPrices.INDEX)).isEmpty()) {
            ledger.state(
                    DemoMember.GAS_EXCHANGE,
                    "index",
                    new RegisterIndex(DemoPrices.INDEX, DemoMember.GAS_EXCHANGE.id(), "Gas Price", "EUR per kWh"));
        }
    }

    private void found() {
        DemoMember office = DemoMember.LEDGER_OFFICE;
        if (ledger.states().state(StateKey.ledger()).isEmpty()) {
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
                        SITE,
                        meter.energy(),
                        meter.unit(),
                        meter.interval(),
                        zone));
    }
}
