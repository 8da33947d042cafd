package io.smartblocks.portal.demo;

import static io.smartblocks.ledger.identity.Role.AUDITOR;
import static io.smartblocks.ledger.identity.Role.ESCO;
import static io.smartblocks.ledger.identity.Role.INDEX_PUBLISHER;
import static io.smartblocks.ledger.identity.Role.METER_OPERATOR;
import static io.smartblocks.ledger.identity.Role.OWNER;
import static io.smartblocks.ledger.identity.Role.PREDICTOR;
import static io.smartblocks.ledger.identity.Role.REGISTRAR;
import static io.smartblocks.ledger.identity.Role.RUNTIME;
import static io.smartblocks.ledger.identity.Role.SIGNATORY;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import java.util.Set;

/** Who acts on the demo ledger: organisations, and the people and machines that act for them. */
enum DemoMember {
    LEDGER_OFFICE("energy-ledger-office", "Energy Ledger Office", "energy-ledger-office", REGISTRAR),
    HARBOUR("harbour-energy", "Harbour Energy Services Ltd", "harbour-energy", ESCO),
    HARBOUR_SIGNATORY("conor-walsh", "Conor Walsh", "harbour-energy", SIGNATORY),
    HARBOUR_RUNTIME("harbour-energy-runtime", "Settlement runtime of Harbour Energy", "harbour-energy", RUNTIME),
    NIMBUS("nimbus-campus", "Nimbus Campus DAC", "nimbus-campus", OWNER),
    NIMBUS_SIGNATORY("aoife-brennan", "Aoife Brennan", "nimbus-campus", SIGNATORY),
    // computes again what Harbour Energy settled, and co-signs
    NIMBUS_RUNTIME("nimbus-campus-runtime", "Settlement runtime of Nimbus Campus", "nimbus-campus", RUNTIME),
    METERING("nimbus-metering", "Nimbus Metering Ltd", "nimbus-metering", METER_OPERATOR),
    METER_GATEWAY("nimbus-metering-gateway", "Meter gateway on campus", "nimbus-metering", METER_OPERATOR),
    GAS_EXCHANGE("celtic-gas-exchange", "Celtic Gas Exchange", "celtic-gas-exchange", INDEX_PUBLISHER),
    POWER_EXCHANGE("emerald-power-exchange", "Emerald Power Exchange", "emerald-power-exchange", INDEX_PUBLISHER),
    FORECASTS("kerry-forecasts", "Kerry Forecasts Ltd", "kerry-forecasts", PREDICTOR),
    CLIMATE_OFFICE("liffey-climate-office", "Liffey Climate Office", "liffey-climate-office", INDEX_PUBLISHER),
    DISTRICT_HEAT("liffey-district-heat", "Liffey District Heat DAC", "liffey-district-heat", ESCO),
    DISTRICT_HEAT_SIGNATORY("ultan-roche", "Ultan Roche", "liffey-district-heat", SIGNATORY),
    DISTRICT_HEAT_RUNTIME(
            "liffey-district-heat-runtime",
            "Settlement runtime of Liffey District Heat",
            "liffey-district-heat",
            RUNTIME),
    HOUSE("cedar-house", "Cedar House Owners CLG", "cedar-house", OWNER),
    FLAT("cedar-house-12", "Flat 12, Cedar House", "cedar-house-12", OWNER),
    FLAT_SIGNATORY("rhona-keane", "Rhona Keane", "cedar-house-12", SIGNATORY),
    BANK("canal-bank", "Canal Bank plc", "canal-bank", SIGNATORY),
    BANK_SIGNATORY("brid-kelleher", "Bríd Kelleher", "canal-bank", SIGNATORY),
    APPLICANT("shannon-solar", "Shannon Solar CLG", "shannon-solar", ESCO),
    AUDIT_OFFICE("liffey-audit", "Liffey Audit LLP", "liffey-audit", AUDITOR);

    private final MemberId id;
    private final String title;
    private final MemberId organisation;
    private final Role role;

    DemoMember(String id, String title, String organisation, Role role) {
        this.id = new MemberId(id);
        this.title = title;
        this.organisation = new MemberId(organisation);
        this.role = role;
    }

    MemberId id() {
        return id;
    }

    /** Whether it waits for the registrar instead of being admitted. */
    boolean applies() {
        return this == APPLICANT;
    }

    /** The name for people. */
    String title() {
        return title;
    }

    MemberId organisation() {
        return organisation;
    }

    Set<Role> roles() {
        return Set.of(role);
    }
}
