package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.explain.SettlementExplanation.Revised;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.rules.Reasons;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between a settlement and the one before of the same period: in the evidence, and in the lines. */
public final class EvidenceChanges {

    private static final String NONE = "none";

    private final Agreement agreement;
    private final Evidence before;
    private final Evidence now;
    private final List<Revised> found = new ArrayList<>();

    private EvidenceChanges(Case before, Case now) {
        this.agreement = now.agreement();
        this.before = before.evidence();
        this.now = now.evidence();
    }

    /** The differences, meters first, day by day; the lines last. */
    public static List<Revised> between(Case before, Statement statementBefore, Case now, Statement statementNow) {
        EvidenceChanges changes = new EvidenceChanges(before, now);
        if (!statementBefore.agreementHash().equals(statementNow.agreementHash())) {
            changes.add("text", statementNow.agreement(), "", statementBefore.version(), statementNow.version());
        }
        changes.evidence();
        changes.lines(statementBefore, statementNow);
        return changes.found;
    }

    private void evidence() {
        agreement.meters().forEach(this::meter);
        agreement
                .indexes()
                .forEach(index -> values("index", index.name(), index.unit(), evidence -> {
                    SortedMap<String, Exact> values = new TreeMap<>();
                    evidence.indexes()
                            .getOrDefault(index.name(), List.of())
                            .forEach(each ->
                                    values.put(moment(each.from()) + " up to " + moment(each.to()), each.value()));
                    return values;
                }));
        agreement
                .facts()
                .forEach(fact -> values("fact", fact.name(), fact.unit(), evidence -> {
                    SortedMap<String, Exact> values = new TreeMap<>();
                    evidence.facts()
                            .getOrDefault(fact.name(), List.of())
                            .forEach(each -> values.put("from " + each.from(), each.value()));
                    return values;
                }));
        agreement
                .adjustments()
                .forEach(adjusted -> values("adjustment", adjusted.name(), adjusted.unit(), evidence -> {
                    SortedMap<String, Exact> values = new TreeMap<>();
                    evidence.adjustments()
                            .getOrDefault(adjusted.name(), List.of())
                            .forEach(each -> values.merge(
                                    "from " + each.from()
                                            + each.to()
                                                    .map(day -> " to " + day.minusDays(1))
                                                    .orElse(""),
                                    each.value(),
                                    Exact::plus));
                    return values;
                }));
        agreement
                .terms()
                .forEach(term -> values("settled before", term.name(), term.unit(), evidence -> {
                    SortedMap<String, Exact> values = new TreeMap<>();
                    Exact previous = evidence.previous().get(term.name());
                    if (previous != null) {
                        values.put("one period before", previous);
                    }
                    return values;
                }));
    }

    private void values(String kind, String name, Unit unit, Function<Evidence, SortedMap<String, Exact>> of) {
        SortedMap<String, Exact> old = of.apply(before);
        SortedMap<String, Exact> current = of.apply(now);
        SortedSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(current.keySet());
        for (String key : keys) {
            if (!Objects.equals(old.get(key), current.get(key))) {
                add(kind, name, key, shown(old.get(key), unit), shown(current.get(key), unit));
            }
        }
    }

    private static String shown(@Nullable Exact value, Unit unit) {
        return value == null ? NONE : Figures.with(value, unit);
    }

    private void meter(Declaration.Meter meter) {
        MeterColumn old = before.columns().get(meter.name());
        MeterColumn current = now.columns().get(meter.name());
        if (old == null || current == null) {
            if (old != current) {
                add("meter", meter.name(), "", old == null ? NONE : "read", current == null ? NONE : "read");
            }
            return;
        }
        LocalDate from = later(old.grid().from(), current.grid().from());
        LocalDate to = later(old.grid().to(), current.grid().to());
        boolean addsUp = MeterDays.addsUp(meter.unit());
        Map<LocalDate, String> before = days(meter, old, addsUp);
        Map<LocalDate, String> after = days(meter, current, addsUp);
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            String was = before.getOrDefault(day, NONE);
            String is = after.getOrDefault(day, NONE);
            if (!was.equals(is)) {
                add("meter", meter.name(), day.toString(), was, is);
            }
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<LocalDate, String> days(Declaration.Meter meter, MeterColumn column, boolean addsUp) {
        Map<LocalDate, String> days = new TreeMap<>();
        Grid grid = column.grid();
        MeterDays.of(new Reasons.Used(meter.name(), grid, column), addsUp)
                .byDay()
                .forEach(day -> days.put(
                        day.day(),
                        day.missing() == day.actual() + day.estimated() + day.missing()
                                ? "missing"
                                : "%s %s, %s".formatted(day.figure(), column.unit(), day.quality())));
        return days;
    }

    private void lines(Statement old, Statement current) {
        SortedMap<String, BigDecimal> was = lines(old);
        SortedMap<String, BigDecimal> is = lines(current);
        SortedSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            BigDecimal one = was.get(key);
            BigDecimal other = is.get(key);
            if (one == null || other == null || one.compareTo(other) != 0) {
                add("line", key, "", money(one, old), money(other, current));
            }
        }
    }

    private static String money(@Nullable BigDecimal amount, Statement statement) {
        return amount == null ? NONE : Figures.money(amount) + " " + statement.currency();
    }

    private static SortedMap<String, BigDecimal> lines(Statement statement) {
        SortedMap<String, BigDecimal> lines = new TreeMap<>();
        statement
                .lines()
                .forEach(line -> lines.merge(
                        "clause " + line.clause() + ", " + line.description() + ", " + line.payer() + " to "
                                + line.payee(),
                        line.net(),
                        BigDecimal::add));
        return lines;
    }

    private void add(String kind, String name, String where, String was, String is) {
        found.add(new Revised(kind, name, where, was, is));
    }

    private String moment(Instant moment) {
        LocalDateTime local = moment.atZone(agreement.settings().zone()).toLocalDateTime();
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : local.toString();
    }
}
