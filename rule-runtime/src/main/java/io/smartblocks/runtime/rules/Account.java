package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.SettledLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code the amount due by X under clauses …}: rounded lines owed by the party, less those owed to it, of this period or
 * of a longer one; VAT once per rate on their sum.
 */
record Account(int party, List<String> clauses, boolean withVat, boolean wider, String over) implements Demand {

    Account {
        clauses = List.copyOf(clauses);
    }

    @Override
    public List<String> awaits() {
        return clauses;
    }

    @Override
    public String text() {
        return "amountDue(" + party + "," + clauses + "," + withVat + "," + wider + "," + over + ")";
    }

    @Override
    public Exact of(Settling settling) {
        String name = settling.ground().agreement().parties().get(party).name();
        Map<String, BigDecimal> byRate = new TreeMap<>();
        for (SettledLine line : lines(settling)) {
            if (clauses.contains(line.clause())) {
                holdWhileDisputed(line, settling);
                BigDecimal signed = line.payer().equals(name)
                        ? line.net()
                        : line.payee().equals(name) ? line.net().negate() : BigDecimal.ZERO;
                byRate.merge(line.vatRate().toString(), signed, BigDecimal::add);
            }
        }
        Exact due = Exact.ZERO;
        for (Map.Entry<String, BigDecimal> each : byRate.entrySet()) {
            Exact base = Exact.of(each.getValue());
            due = due.plus(base);
            if (withVat) {
                due = due.plus(settling.money(base.times(Exact.parse(each.getKey()))));
            }
        }
        return due;
    }

    /** Nobody knows what is due while it is in dispute; what becomes of the disputed clause itself goes on. */
    private static void holdWhileDisputed(SettledLine line, Settling settling) {
        Ground ground = settling.ground();
        if (ground.happening().isEmpty()) {
            ground.evidence().occurrences().stream()
                    .filter(each -> each.event() == ClauseEvent.DISPUTED
                            && each.clause().equals(line.clause())
                            && each.periodFrom().equals(line.periodFrom()))
                    .findFirst()
                    .ifPresent(dispute -> settling.lack(
                            "disputed",
                            "the amount due under clause " + line.clause() + " for " + line.period() + " starting "
                                    + line.periodFrom() + ", which is read here, is in dispute since " + dispute.on()
                                    + "; this is settled when the dispute is resolved, and when the amount is"
                                    + " corrected if it was found wrong"));
        }
    }

    private List<SettledLine> lines(Settling settling) {
        Ground ground = settling.ground();
        LocalDate from =
                wider ? ground.periods(over).start(ground.periods(over).numberAt(ground.from())) : ground.from();
        List<SettledLine> lines = new ArrayList<>();
        boolean own = ground.happening().isEmpty() && settling.others().isSettled(ground);
        for (SettledLine line : ground.evidence().earlier()) {
            boolean inside =
                    !line.periodFrom().isBefore(from) && line.periodFrom().isBefore(ground.to());
            boolean replaced = own
                    && line.period().equals(ground.period())
                    && line.periodFrom().equals(ground.from());
            if (inside && !replaced) {
                lines.add(line);
            }
        }
        if (own) {
            lines.addAll(settling.owing().ownLines());
        }
        return lines;
    }
}
