package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The canonical form of evidence: pages by their digests, everything else by value. */
final class EvidenceDigest {

    private EvidenceDigest() {}

    static String of(Evidence evidence) {
        Map<String, Object> form = new TreeMap<>();
        form.put("asOfBlock", evidence.asOfBlock());
        form.put("meters", meters(evidence));
        form.put("indexes", map(evidence.indexes(), values -> list(values, IndexValue::toString)));
        form.put("facts", map(evidence.facts(), values -> list(values, FactValue::toString)));
        if (!evidence.adjustments().isEmpty()) {
            form.put("adjustments", map(evidence.adjustments(), values -> list(values, EvidenceDigest::adjustment)));
        }
        form.put("previous", map(evidence.previous(), Object::toString));
        form.put("earlier", list(evidence.earlier(), SettledLine::toString));
        form.put("occurrences", list(evidence.occurrences(), Occurrence::toString));
        if (!evidence.events().isEmpty()) {
            form.put("events", map(evidence.events(), values -> list(values, EvidenceDigest::event)));
        }
        if (!evidence.duties().isEmpty()) {
            form.put("duties", list(evidence.duties(), SettledDuty::toString));
        }
        if (!evidence.baselines().isEmpty()) {
            form.put("baselines", map(evidence.baselines(), EvidenceDigest::baseline));
        }
        evidence.ended().ifPresent(day -> form.put("ended", day.toString()));
        return Sha256.of(CanonicalJson.write(form));
    }

    static String of(BaselineEvidence baseline) {
        return Sha256.of(CanonicalJson.write(baseline(baseline)));
    }

    private static Map<String, Object> baseline(BaselineEvidence baseline) {
        Map<String, Object> form = new TreeMap<>();
        form.put("usage", meter(baseline.usage(), baseline.usagePages()));
        form.put("temperature", meter(baseline.temperature(), baseline.temperaturePages()));
        return form;
    }

    private static Map<String, Object> meters(Evidence evidence) {
        Map<String, Object> meters = new TreeMap<>();
        evidence.columns()
                .forEach((meter, column) ->
                        meters.put(meter, meter(column, evidence.pageDigests().getOrDefault(meter, List.of()))));
        return meters;
    }

    private static Map<String, Object> meter(MeterColumn column, List<String> pages) {
        Map<String, Object> form = new TreeMap<>();
        Grid grid = column.grid();
        form.put("from", grid.from().toString());
        form.put("to", grid.to().toString());
        form.put("zone", grid.zone().getId());
        form.put("every", text(grid.every()));
        form.put("unit", column.unit());
        if (pages.isEmpty()) {
            form.put("readings", readings(column));
        } else {
            form.put("pages", pages);
        }
        return form;
    }

    private static Object adjustment(AdjustmentValue value) {
        Map<String, Object> form = new TreeMap<>();
        form.put("from", value.from().toString());
        value.to().ifPresent(day -> form.put("to", day.toString()));
        form.put("value", value.value().toString());
        return form;
    }

    private static Object event(ReportedEvent event) {
        Map<String, Object> form = new TreeMap<>();
        form.put("at", event.at().toString());
        form.put("figures", map(event.figures(), Object::toString));
        return form;
    }

    private static String readings(MeterColumn column) {
        MessageDigest sha = Sha256.digest();
        ByteBuffer bytes = ByteBuffer.allocate(4 + column.size() * 9).putInt(column.scale());
        for (int i = 0; i < column.size(); i++) {
            bytes.putLong(column.value(i)).put((byte) column.quality(i).code());
        }
        return Sha256.hex(sha.digest(bytes.array()));
    }

    private static String text(TimeSpan span) {
        return span.count() + " " + span.unit();
    }

    private static <V> Map<String, Object> map(Map<String, V> map, java.util.function.Function<V, Object> form) {
        Map<String, Object> forms = new TreeMap<>();
        map.forEach((name, value) -> forms.put(name, form.apply(value)));
        return forms;
    }

    private static <V> List<Object> list(List<V> values, java.util.function.Function<V, Object> form) {
        return values.stream().map(form).toList();
    }
}
