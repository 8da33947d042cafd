package io.smartblocks.runtime.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of random agreements in which parties owe money, shares of it, assets, energy and work, with exceptions. */
final class RandomDuties {

    private static final String HEAD = """
            contract "Random duties" version 1.0.
            in force from 1 January 2027 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.

            party Producer is "Quay Solar Ltd".
            party Consumer is "Quay Bakery Ltd".
            party Operator is "Quay Energy Cooperative".
            meter Green Export reads kWh every 1 day from "meter/IE-1".
            meter Grid Import reads kWh every 1 day from "meter/IE-2".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            season Heating Season is 1 October to 30 April.
            season Pool Season is 15 May to 15 September.
            asset Green Certificate is counted in certificates.
            asset Coin is counted in coins, down to 0.01 coins.
            fact Outage in hours each Month is 0 hours, stated by Operator, confirmed by Consumer.

            Exported is the total of Green Export over Month.
            Imported is the total of Grid Import over Month.
            Trade Price is 0.10 EUR per kWh when it is in Heating Season; 0.08 EUR per kWh otherwise.
            Trade Value is Exported * Trade Price.
            Certificates Earned is Exported / 100 kWh per certificate, rounded down to 1 certificate.
            Raw Certificates is Imported / 50 kWh per certificate.
            Shortfall is the amount by which Imported exceeds Exported.

            """;

    private final Random random;

    private RandomDuties(Random random) {
        this.random = random;
    }

    static String text(long seed) {
        return HEAD + new RandomDuties(new Random(seed)).clauses() + """

                when readings of Green Export, Grid Import are missing, hold settlement.
                """;
    }

    private String clauses() {
        List<String> clauses = new ArrayList<>();
        int duties = 4 + random.nextInt(4);
        for (int number = 1; number <= duties; number++) {
            clauses.add("clause %d \"Duty %d\":\n  %s%s\n".formatted(number, number, guard(), duty()));
        }
        int exceptions = 1 + random.nextInt(3);
        for (int i = 1; i <= exceptions; i++) {
            int number = duties + i;
            List<Integer> to = excepted(number - 1);
            String clause = "clause %d \"Exception %d\" is an exception to %s:\n  %s%s\n";
            clauses.add(clause.formatted(number, i, named(to), when(), effect(to)));
        }
        return clauses.stream().collect(Collectors.joining("\n"));
    }

    private List<Integer> excepted(int last) {
        return IntStream.rangeClosed(1, last)
                .filter(each -> random.nextInt(3) == 0 || each == last)
                .boxed()
                .toList();
    }

    private static String named(List<Integer> clauses) {
        List<String> numbers = clauses.stream().map(String::valueOf).toList();
        if (numbers.size() == 1) {
            return "clause " + numbers.get(0);
        }
        return "clauses " + String.join(", ", numbers.subList(0, numbers.size() - 1)) + " and "
                + numbers.get(numbers.size() - 1);
    }

    private String effect(List<Integer> to) {
        return switch (random.nextInt(4)) {
            case 0 -> "nothing is due under " + named(to) + ".";
            case 1 -> "Trade Price is instead 0.0" + (1 + random.nextInt(9)) + " EUR per kWh.";
            default -> duty();
        };
    }

    private String duty() {
        return oneOf(
                this::split,
                this::split,
                () -> "Consumer shall pay Trade Value to Producer within 14 days after settlement.",
                () -> "Operator shall transfer Certificates Earned of Green Certificate to Producer" + due(),
                () -> "Operator shall transfer Raw Certificates of Green Certificate to Consumer" + due(),
                () -> "Operator mints " + number(1, 30, 10) + " coins per kWh of Exported to Producer.",
                () -> "Operator retires " + number(1, 30, 1_000) + " coins per kWh of Imported from Consumer.",
                () -> "Operator shall mint " + number(1, 900, 10)
                        + " coins of Coin to Consumer within 3 months after the end of Month.",
                () -> "Operator shall retire " + number(1, 9, 1)
                        + " coins of Coin within 2 working days after the end of Month.",
                () -> "Producer shall deliver Shortfall to Consumer" + due(),
                () -> "Producer shall deliver Imported - Exported to Consumer" + due(),
                () -> "Producer shall \"wash the panels\" within 2 months after the end of Heating Season.",
                () -> "Producer shall \"hand over the log\" within 20 days after the end of Month.");
    }

    private String split() {
        return "Consumer shall pay Trade Value within 14 days after settlement:\n    %s to Operator, %s to Operator"
                        .formatted(share(), share())
                + (random.nextBoolean() ? " described as \"fee\"" : "") + ", the rest to Producer.";
    }

    private String share() {
        return random.nextInt(4) == 0
                ? number(1, 40, 1) + " EUR"
                : number(1, 550, 10) + " % of " + (random.nextBoolean() ? "Trade Value" : "12 EUR");
    }

    private String due() {
        return oneOf(
                () -> " at settlement.",
                () -> " within 5 working days after settlement.",
                () -> " within 3 months after the end of Month.");
    }

    private String guard() {
        return random.nextInt(3) == 0 ? when() : "";
    }

    private String when() {
        return oneOf(
                () -> "when Exported is above " + (1 + random.nextInt(9)) + "00 kWh, ",
                () -> "when Imported is at most Exported, ",
                () -> "unless Imported is between 100 kWh and " + (2 + random.nextInt(7)) + "00 kWh, ",
                () -> "when Outage is above " + random.nextInt(40) + " hours, ",
                () -> "when it is in Heating Season and Outage is below 20 hours, ",
                () -> "when it is in Pool Season or Trade Value is below 20 EUR, ",
                () -> "unless it is outside Heating Season and Imported is above 300 kWh, ");
    }

    private String number(int low, int high, int parts) {
        int number = low + random.nextInt(high - low + 1);
        return parts == 1
                ? String.valueOf(number)
                : BigDecimal.valueOf(number).divide(BigDecimal.valueOf(parts)).toPlainString();
    }

    @SafeVarargs
    private String oneOf(Supplier<String>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }
}
