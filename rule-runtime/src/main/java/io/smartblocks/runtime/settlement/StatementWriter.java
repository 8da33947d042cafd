package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.runtime.evidence.CanonicalJson;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Statements as canonical JSON. */
final class StatementWriter {

    private StatementWriter() {}

    static byte[] write(Statement statement) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("agreement", statement.agreement());
        form.put("version", statement.version());
        form.put("agreementHash", statement.agreementHash());
        form.put("period", statement.period());
        form.put("number", statement.number());
        form.put("from", statement.from().toString());
        form.put("to", statement.to().toString());
        form.put("reason", statement.reason());
        form.put("settledOn", statement.settledOn().toString());
        form.put("currency", statement.currency());
        form.put("lines", all(statement.lines(), StatementWriter::line));
        form.put("documents", all(statement.documents(), StatementWriter::document));
        form.put("values", all(statement.values(), StatementWriter::value));
        form.put("trace", all(statement.trace(), StatementWriter::trace));
        form.put("powers", statement.powers());
        form.put("notices", statement.notices());
        if (!statement.duties().isEmpty()) {
            form.put("duties", all(statement.duties(), StatementWriter::duty));
        }
        if (!statement.baselines().isEmpty()) {
            form.put("baselines", all(statement.baselines(), BaselineForm::write));
        }
        form.put("evidenceDigest", statement.evidenceDigest());
        form.put("asOfBlock", statement.asOfBlock());
        form.put("engineVersion", statement.engineVersion());
        return CanonicalJson.write(form);
    }

    private static Object line(Line line) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("clause", line.clause());
        form.put("description", line.description());
        form.put("payer", line.payer());
        form.put("payee", line.payee());
        form.put("net", line.net().toPlainString());
        form.put("vatRate", line.vatRate().toString());
        form.put("due", line.due().toString());
        form.put("notes", line.notes());
        return form;
    }

    private static Object duty(Duty duty) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("kind", duty.kind().name());
        form.put("clause", duty.clause());
        form.put("debtor", duty.debtor());
        duty.other().ifPresent(other -> form.put("other", other));
        form.put("what", duty.what());
        duty.amount().ifPresent(amount -> form.put("amount", amount.toString()));
        form.put("unit", duty.unit());
        form.put("due", duty.due().toString());
        form.put("trace", trace(duty.trace()));
        return form;
    }

    private static Object document(Document document) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("number", document.number());
        form.put("payer", document.payer());
        form.put("payee", document.payee());
        form.put("entries", all(document.entries(), entry -> {
            SortedMap<String, Object> part = new TreeMap<>();
            part.put("line", entry.line());
            part.put("amount", entry.amount().toPlainString());
            return part;
        }));
        form.put("net", document.net().toPlainString());
        form.put("vat", all(document.vat(), vat -> {
            SortedMap<String, Object> part = new TreeMap<>();
            part.put("rate", vat.rate().toString());
            part.put("base", vat.base().toPlainString());
            part.put("amount", vat.amount().toPlainString());
            return part;
        }));
        form.put("gross", document.gross().toPlainString());
        form.put("currency", document.currency());
        form.put("due", document.due().toString());
        return form;
    }

    private static Object value(TermValue value) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("name", value.name());
        form.put("value", value.value().toString());
        form.put("shown", value.shown());
        form.put("unit", value.unit());
        form.put("level", value.level());
        return form;
    }

    private static Object trace(LineTrace trace) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("line", trace.line());
        form.put("clause", trace.clause());
        SourceRange at = trace.sentence();
        form.put("sentence", List.of(at.start(), at.end(), at.line(), at.column()));
        form.put("rules", trace.rules());
        form.put("guards", all(trace.guards(), guard -> {
            SortedMap<String, Object> part = new TreeMap<>();
            part.put("guard", guard.guard());
            part.put("held", guard.held());
            return part;
        }));
        form.put("terms", trace.terms());
        form.put("readings", all(trace.readings(), StatementWriter::readings));
        if (!trace.adjustments().isEmpty()) {
            form.put("adjustments", all(trace.adjustments(), StatementWriter::adjustment));
        }
        if (!trace.events().isEmpty()) {
            form.put("events", all(trace.events(), StatementWriter::event));
        }
        return form;
    }

    private static Object readings(LineTrace.ReadingsUsed used) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("meter", used.meter());
        form.put("from", used.from().toString());
        form.put("to", used.to().toString());
        form.put("days", used.days());
        form.put("actual", used.actual());
        form.put("estimated", used.estimated());
        form.put("missing", used.missing());
        form.put("estimatedFrom", used.estimatedFrom());
        if (!used.stands().isEmpty()) {
            form.put("stands", all(used.stands(), StatementWriter::stand));
        }
        return form;
    }

    private static Object stand(LineTrace.StandUsed used) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("on", used.on().toString());
        form.put("stand", used.stand());
        form.put("unit", used.unit());
        form.put("estimated", used.estimated());
        return form;
    }

    private static Object event(LineTrace.EventUsed used) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("event", used.event());
        form.put("at", used.at().toString());
        form.put("figures", used.figures());
        return form;
    }

    private static Object adjustment(LineTrace.AdjustmentUsed used) {
        SortedMap<String, Object> form = new TreeMap<>();
        form.put("name", used.name());
        form.put("from", used.from().toString());
        form.put("to", used.to().toString());
        form.put("amount", used.amount());
        form.put("unit", used.unit());
        return form;
    }

    private static <T> List<Object> all(List<T> values, Function<T, Object> form) {
        return values.stream().map(form).toList();
    }
}
