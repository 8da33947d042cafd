package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Fitted baselines as canonical JSON, and back. */
final class BaselineForm {

    private BaselineForm() {}

    static Object write(BaselineUsed used) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("name", used.name());
        form.put("method", used.method());
        form.put("from", used.from().toString());
        form.put("to", used.to().toString());
        form.put("unit", used.unit());
        form.put("base", used.curve().base().toString());
        form.put(
                "pieces",
                used.curve().pieces().stream().map(BaselineForm::write).toList());
        form.put("metrics", write(used.metrics()));
        form.put("days", used.days());
        form.put("unread", used.unread());
        form.put("unmeasured", used.unmeasured());
        form.put("tried", used.tried());
        form.put("qualified", used.qualified());
        form.put("alike", used.alike());
        form.put("remarks", used.remarks());
        used.band().ifPresent(band -> form.put("band", band.toPlainString()));
        return form;
    }

    private static Object write(Curve.Piece piece) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("side", piece.side().name());
        form.put("at", piece.at().toString());
        form.put("slope", piece.slope().toString());
        return form;
    }

    private static Object write(Metrics metrics) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("rows", metrics.rows());
        form.put("parameters", metrics.parameters());
        form.put("mean", metrics.mean().toPlainString());
        form.put("variance", metrics.variance().toPlainString());
        form.put("r2", metrics.r2().toPlainString());
        form.put("adjustedR2", metrics.adjustedR2().toPlainString());
        form.put("rmse", metrics.rmse().toPlainString());
        form.put("cvrmse", metrics.cvrmse().toPlainString());
        form.put("nmbe", metrics.nmbe().toPlainString());
        form.put("nmae", metrics.nmae().toPlainString());
        form.put("autocorrelation", metrics.autocorrelation().toPlainString());
        return form;
    }

    static BaselineUsed read(JsonNode form) {
        return new BaselineUsed(
                text(form, "name"),
                text(form, "method"),
                LocalDate.parse(text(form, "from")),
                LocalDate.parse(text(form, "to")),
                text(form, "unit"),
                new Curve(
                        Exact.parse(text(form, "base")),
                        all(form.path("pieces")).stream()
                                .map(BaselineForm::piece)
                                .toList()),
                metrics(form.path("metrics")),
                form.path("days").asInt(),
                form.path("unread").asInt(),
                form.path("unmeasured").asInt(),
                form.path("tried").asInt(),
                form.path("qualified").asInt(),
                form.path("alike").asInt(),
                all(form.path("remarks")).stream().map(JsonNode::asString).toList(),
                form.has("band") ? Optional.of(decimal(form, "band")) : Optional.empty());
    }

    private static Curve.Piece piece(JsonNode form) {
        return new Curve.Piece(
                Curve.Side.valueOf(text(form, "side")),
                Exact.parse(text(form, "at")),
                Exact.parse(text(form, "slope")));
    }

    private static Metrics metrics(JsonNode form) {
        return new Metrics(
                form.path("rows").asInt(),
                form.path("parameters").asInt(),
                decimal(form, "mean"),
                decimal(form, "variance"),
                decimal(form, "r2"),
                decimal(form, "adjustedR2"),
                decimal(form, "rmse"),
                decimal(form, "cvrmse"),
                decimal(form, "nmbe"),
                decimal(form, "nmae"),
                decimal(form, "autocorrelation"));
    }

    private static List<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static String text(JsonNode form, String name) {
        return form.path(name).asString();
    }

    private static BigDecimal decimal(JsonNode form, String name) {
        return new BigDecimal(text(form, name));
    }
}
