package io.smartblocks.runtime.tariff;

import io.smartblocks.runtime.tariff.Tables.Metering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The agreement that a tariff published in tables amounts to, in the words of the language. */
final class TariffText {

    /** A year of 365 days that begins with a Monday. */
    static final int YEAR = 2029;

    private final Tables tables;
    private final boolean generating;
    private final Terms terms = new Terms();
    private final Seasons seasons = new Seasons();

    private TariffText(Tables tables, boolean generating) {
        this.tables = tables;
        this.generating = generating;
    }

    /** The text for a customer with or without generation of its own. */
    static String of(Tables tables, boolean generating) {
        return new TariffText(tables, generating).write();
    }

    private String write() {
        boolean apart = generating && tables.metering() == Metering.BUY_ALL_SELL_ALL;
        if (generating) {
            terms.define("Net Draw", "Load Meter - Generation Meter");
        }
        String draw = generating && !apart ? "Net Draw" : "Load Meter";
        List<DemandText> demands = new ArrayList<>();
        if (DemandText.isAskedFor(tables)) {
            demands.add(new DemandText(tables, draw, "", terms, seasons));
            if (apart && tables.is("ur_dc_enable")) {
                terms.define("Plant Draw", "the amount by which 0 kWh exceeds Generation Meter");
                demands.add(new DemandText(tables, "Plant Draw", "Plant ", terms, seasons));
            }
        }
        demands.forEach(DemandText::writeBilling);
        Map<String, List<String>> energy = new EnergyText(tables, generating, terms, seasons).write();
        terms.define("Energy Charge", Terms.sum(energy.get("charge")));
        List<String> billed = new ArrayList<>(List.of(energyDue(energy.get("credit"))));
        demands.forEach(demand -> billed.addAll(demand.write()));
        billed.add(Terms.plain(tables.number("ur_monthly_fixed_charge")) + " USD");
        terms.define("Billed", Terms.sum(billed));
        terms.define("Bill", Terms.sum(bill()));
        return head() + String.join("\n", seasons.sentences()) + "\n" + String.join("\n", terms.sentences()) + "\n"
                + clauses();
    }

    private String energyDue(List<String> credits) {
        boolean rolled = generating
                && (tables.metering() == Metering.MONEY_CREDITS
                        || tables.metering() == Metering.NET_BILLING_CARRIED
                        || tables.metering() == Metering.ENERGY_CREDITS && tables.is("ur_nm_credit_rollover"));
        if (generating && tables.metering() == Metering.ENERGY_CREDITS) {
            energyBank();
        }
        if (!rolled) {
            return "Energy Charge" + (credits.isEmpty() ? "" : " - " + String.join(" - ", credits));
        }
        String earned = tables.metering() == Metering.ENERGY_CREDITS
                ? "Energy Bank Value"
                : terms.define("Credit Earned", Terms.sum(credits));
        boolean lasting = tables.is("ur_nm_credit_rollover") && tables.metering() != Metering.NET_BILLING_CARRIED;
        String brought = terms.define(
                "Credit Brought",
                lasting ? "the previous Credit Bank" : afterCreditMonth("0 USD", "the previous Credit Bank"));
        boolean atOnce =
                tables.metering() != Metering.NET_BILLING_CARRIED || tables.is("ur_nb_apply_credit_current_month");
        String usable = atOnce ? terms.define("Credit Usable", brought + " + " + earned) : brought;
        String left = "the amount by which " + usable + " exceeds Energy Charge";
        terms.define("Credit Bank", atOnce ? left : earned + " + (" + left + ")");
        terms.say("Credit Bank starts at 0 USD.");
        return terms.define("Energy Due", "the amount by which Energy Charge exceeds " + usable);
    }

    /** The energy fed in and not used since credits were last paid out, whatever its period of the day. */
    private void energyBank() {
        terms.define("Energy Brought", afterCreditMonth("0 kWh", "the previous Energy Bank"));
        terms.define("Month Draw", "the total of Net Draw over Month");
        terms.define("Energy Bank", "the amount by which Energy Brought exceeds Month Draw");
        terms.say("Energy Bank starts at 0 kWh.");
        String value = "Energy Bank * " + Terms.price(tables.number("ur_nm_yearend_sell_rate"), "kWh");
        terms.define("Energy Bank Value", inCreditMonth(value, "0 USD"));
    }

    private List<String> bill() {
        List<String> bill = new ArrayList<>(List.of("Billed"));
        if (tables.number("ur_monthly_min_charge").signum() > 0) {
            bill.add(terms.define(
                    "Monthly Minimum",
                    "the amount by which " + Terms.plain(tables.number("ur_monthly_min_charge"))
                            + " USD exceeds (the greater of Billed and 0 USD)"));
        }
        if (tables.number("ur_annual_min_charge").signum() > 0) {
            terms.define("Billed So Far", "the previous Billed So Far + (the greater of Billed and 0 USD)");
            terms.say("Billed So Far starts at 0 USD.");
            terms.define(
                    "Annual Shortfall",
                    "the amount by which " + Terms.plain(tables.number("ur_annual_min_charge"))
                            + " USD exceeds Billed So Far");
            bill.add(terms.define("Annual Minimum", inMonth(11, "Annual Shortfall", "0 USD")));
        }
        paidOut().ifPresent(value -> bill.set(bill.size() - 1, bill.get(bill.size() - 1) + " - " + value));
        return bill;
    }

    private java.util.Optional<String> paidOut() {
        if (!generating) {
            return java.util.Optional.empty();
        }
        boolean energy = tables.metering() == Metering.ENERGY_CREDITS && !tables.is("ur_nm_credit_rollover");
        boolean money = tables.metering() == Metering.MONEY_CREDITS
                || tables.metering() == Metering.NET_BILLING_CARRIED && !tables.is("ur_nb_credit_expire");
        if (energy) {
            return java.util.Optional.of("Energy Bank Value");
        }
        return money
                ? java.util.Optional.of(terms.define("Paid Out", inCreditMonth("Credit Bank", "0 USD")))
                : java.util.Optional.empty();
    }

    private String inCreditMonth(String value, String otherwise) {
        return inMonth(tables.creditMonth(), value, otherwise);
    }

    private String afterCreditMonth(String value, String otherwise) {
        return tables.creditMonth() == 11 ? otherwise : inMonth(tables.creditMonth() + 1, value, otherwise);
    }

    private String inMonth(int month, String value, String otherwise) {
        return seasons.cases(IntStream.range(0, 12)
                .mapToObj(each -> each == month ? value : otherwise)
                .toList());
    }

    private String head() {
        int from = tables.is("ur_enable_billing_demand") ? YEAR - 1 : YEAR;
        return """
                contract "Tariff" version 1.0.
                in force from 1 January %d to 31 December %d.
                governed by "Colorado".
                time zone "Etc/UTC".
                working days follow "United States".
                due dates roll to the next working day.
                money is rounded half up to 0.01 USD.
                party Utility is "Utility Company".
                party Customer is "Customer".
                meter Load Meter reads kWh every 1 hour from "meter/load".
                meter Generation Meter reads kWh every 1 hour from "meter/generation".
                when readings of Load Meter, Generation Meter are missing, hold settlement, notify Customer.
                period Month is every 1 month from 1 January %d, settled 5 working days after its end.
                %s%s""".formatted(from, YEAR, from, index("Buy", "ur_en_ts_buy_rate"), index("Sell", "ur_en_ts_sell_rate"));
    }

    private String index(String side, String flag) {
        return tables.is(flag)
                ? "index " + side + " Index is published in USD per kWh every 1 hour by \"Power Exchange\".\n"
                : "";
    }

    private static String clauses() {
        return """
                clause 1 "Electricity":
                  when Bill is above 0 USD, Customer shall pay Bill to Utility within 14 days after settlement.
                  when Bill is below 0 USD, Utility shall pay (0 USD - Bill) to Customer within 14 days after settlement.
                """;
    }
}
