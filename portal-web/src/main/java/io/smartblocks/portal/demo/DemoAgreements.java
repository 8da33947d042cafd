package io.smartblocks.portal.demo;

import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.templates.Templates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills two templates for the campus, adds two agreements of its own, and has both parties sign them. */
record DemoAgreements(DemoLedger ledger, YearMonth firstMonth) {

    private static final String VERSION = "1.0";
    private static final String AMENDED = "1.1";

    static final AgreementId ELECTRICITY = new AgreementId("nimbus-campus-electricity");
    static final AgreementId SAVED_HEAT = new AgreementId("nimbus-campus-heat");
    static final AgreementId HEAT_AND_POWER = new AgreementId("nimbus-campus-heat-and-power");
    static final AgreementId GUARANTEE = new AgreementId("nimbus-campus-library");
    static final List<AgreementId> ALL = List.of(ELECTRICITY, SAVED_HEAT, HEAT_AND_POWER, GUARANTEE);

    private static final Map<String, String> SUPPLY = Map.of(
            "Supplier", DemoMember.HARBOUR.title(),
            "Day Price", "0.1974 EUR per kWh",
            "Night Price", "0.1187 EUR per kWh",
            "Peak Price", "0.2351 EUR per kWh",
            "Export Price", "0.1350 EUR per kWh",
            "Contracted Demand", "430 kW",
            "Demand Price", "4.2150 EUR per kW",
            "Standing Charge", "1.1840 EUR per day",
            "Late Rate", "10 % per year");

    private static final Map<String, String> SAVINGS = Map.of(
            "ESCO", DemoMember.HARBOUR.title(),
            "Base Load", "380 kWh per day",
            "Heating Slope", "300 kWh per degree day",
            "Lowest Gas Price", "0.0550 EUR per kWh",
            "Investment", "240,000 EUR",
            "First Share", "70 %",
            "Later Share", "40 %",
            "Service Fee", "450 EUR per month");

    /** Proposes, signs and activates what is not in force yet. */
    void conclude() {
        Map<String, String> supply = dated(SUPPLY);
        supply.put("Import Meter", "meter/" + CampusMeter.GRID_IMPORT.id());
        supply.put("Export Meter", "meter/" + CampusMeter.GRID_EXPORT.id());
        conclude(ELECTRICITY, "time-of-use-supply", "Nimbus Campus electricity supply", supply, "Supplier");
        Map<String, String> savings = dated(SAVINGS);
        savings.put("Gas Meter", "meter/" + CampusMeter.BOILER_GAS.id());
        savings.put("Outdoor Station", "meter/" + CampusMeter.OUTDOOR_STATION.id());
        conclude(SAVED_HEAT, "shared-savings-heat", "Nimbus Campus shared savings on heat", savings, "ESCO");
        conclude(HEAT_AND_POWER, VERSION, "Supplier", heatAndPower(VERSION, "0.0840"));
        conclude(GUARANTEE, VERSION, "ESCO", guarantee());
    }

    /** Amends the agreement on heat and power in its third month: heat is cheaper from the 16th on. */
    void amend(LocalDate today) {
        LocalDate from = firstMonth.plusMonths(2).atDay(16);
        if (!today.isBefore(from.minusDays(12))) {
            String head = DemoText.inPlaceOf(AMENDED, VERSION, from);
            conclude(HEAT_AND_POWER, AMENDED, "Supplier", heatAndPower(head, "0.0795"));
        }
    }

    private String heatAndPower(String version, String price) {
        return new DemoText(firstMonth).of("heat-and-power.esco", version, price);
    }

    private String guarantee() {
        List<YearMonth> before = DemoCalendar.beforeTheWorks(firstMonth);
        return new DemoText(firstMonth)
                .of("library.esco")
                .replace("${year-start}", DemoText.date(before.get(0).atDay(1)))
                .replace(
                        "${year-end}",
                        DemoText.date(before.get(before.size() - 1).atEndOfMonth()));
    }

    private Map<String, String> dated(Map<String, String> answers) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        DemoText texts = new DemoText(firstMonth);
        all.put("Client", DemoMember.NIMBUS.title());
        all.put("Start Date", texts.start());
        all.put("End Date", texts.end());
        return all;
    }

    private void conclude(AgreementId id, String template, String title, Map<String, String> answers, String provider) {
        conclude(id, VERSION, provider, filled(template, title, answers));
    }

    private void conclude(AgreementId id, String version, String provider, String text) {
        new DemoDeal(ledger, id, provider, DemoMember.HARBOUR_SIGNATORY, Map.of("Client", DemoMember.NIMBUS_SIGNATORY))
                .conclude(version, text);
    }

    private static String filled(String template, String title, Map<String, String> answers) {
        SourceText text =
                new SourceText(template, Templates.find(template).orElseThrow().text());
        Filled filled = TemplateFilling.fill(text, new FillingHead(title, VERSION), answers);
        return filled.text()
                .orElseThrow(() -> new IllegalStateException(
                        "The answers of the demo site do not fill '" + template + "': " + filled));
    }
}
