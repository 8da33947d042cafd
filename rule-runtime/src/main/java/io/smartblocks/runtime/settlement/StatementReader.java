package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements read back from canonical JSON. */
final class StatementReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private StatementReader() {}

    static Statement read(byte[] json) {
        try {
            return statement(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("these " + json.length + " bytes are not a settlement's statement", e);
        }
    }

    private static Statement statement(JsonNode form) {
        return new Statement(
                text(form, "agreement"),
                text(form, "version"),
                text(form, "agreementHash"),
                text(form, "period"),
                number(form, "number"),
                day(form, "from"),
                day(form, "to"),
                text(form, "reason"),
                day(form, "settledOn"),
                text(form, "currency"),
                all(form, "lines", StatementReader::line),
                all(form, "documents", StatementReader::document),
                all(form, "values", StatementReader::value),
                all(form, "trace", StatementReader::trace),
                texts(form, "powers"),
                texts(form, "notices"),
                form.has("duties") ? all(form, "duties", StatementReader::duty) : List.of(),
                form.has("baselines") ? all(form, "baselines", BaselineForm::read) : List.of(),
                form.has("corrected") ? Optional.of(corrected(member(form, "corrected"))) : Optional.empty(),
                text(form, "evidenceDigest"),
                member(form, "asOfBlock").asLong(),
                text(form, "engineVersion"));
    }

    private static Corrected corrected(JsonNode form) {
        return new Corrected(
                number(form, "revision"),
                text(form, "statementHash"),
                day(form, "on"),
                all(form, "reversals", StatementReader::payable),
                all(form, "differences", part -> new Corrected.Difference(payable(part), day(part, "due"))));
    }

    private static Correction payable(JsonNode form) {
        return new Correction(
                text(form, "payer"),
                text(form, "payee"),
                decimal(form, "net"),
                all(form, "vat", vat -> new Correction.Vat(exact(vat, "rate"), decimal(vat, "amount"))),
                decimal(form, "gross"),
                text(form, "currency"));
    }

    private static Line line(JsonNode form) {
        return new Line(
                text(form, "clause"),
                text(form, "description"),
                text(form, "payer"),
                text(form, "payee"),
                decimal(form, "net"),
                exact(form, "vatRate"),
                day(form, "due"),
                texts(form, "notes"),
                earlier(form));
    }

    private static Duty duty(JsonNode form) {
        return new Duty(
                Duty.Kind.valueOf(text(form, "kind")),
                text(form, "clause"),
                text(form, "debtor"),
                form.has("other") ? Optional.of(text(form, "other")) : Optional.empty(),
                text(form, "what"),
                form.has("amount") ? Optional.of(exact(form, "amount")) : Optional.empty(),
                text(form, "unit"),
                day(form, "due"),
                trace(member(form, "trace")));
    }

    private static Document document(JsonNode form) {
        return new Document(
                number(form, "number"),
                text(form, "payer"),
                text(form, "payee"),
                all(form, "entries", entry -> new Document.Entry(number(entry, "line"), decimal(entry, "amount"))),
                decimal(form, "net"),
                all(
                        form,
                        "vat",
                        vat -> new Document.VatAmount(
                                exact(vat, "rate"), decimal(vat, "base"), decimal(vat, "amount"))),
                decimal(form, "gross"),
                text(form, "currency"),
                day(form, "due"),
                earlier(form));
    }

    private static List<Part> earlier(JsonNode form) {
        return form.has("earlier")
                ? all(form, "earlier", part -> new Part(decimal(part, "amount"), day(part, "due")))
                : List.of();
    }

    private static TermValue value(JsonNode form) {
        return new TermValue(
                text(form, "name"), exact(form, "value"), text(form, "shown"), text(form, "unit"), text(form, "level"));
    }

    private static LineTrace trace(JsonNode form) {
        JsonNode at = member(form, "sentence");
        return new LineTrace(
                number(form, "line"),
                text(form, "clause"),
                new SourceRange(
                        at.get(0).asInt(),
                        at.get(1).asInt(),
                        at.get(2).asInt(),
                        at.get(3).asInt()),
                texts(form, "rules"),
                all(
                        form,
                        "guards",
                        guard -> new LineTrace.GuardValue(
                                text(guard, "guard"), member(guard, "held").asBoolean())),
                texts(form, "terms"),
                all(form, "readings", StatementReader::readings),
                form.has("adjustments") ? all(form, "adjustments", StatementReader::adjustment) : List.of(),
                form.has("events") ? all(form, "events", StatementReader::event) : List.of());
    }

    private static LineTrace.ReadingsUsed readings(JsonNode form) {
        return new LineTrace.ReadingsUsed(
                text(form, "meter"),
                day(form, "from"),
                day(form, "to"),
                number(form, "days"),
                number(form, "actual"),
                number(form, "estimated"),
                number(form, "missing"),
                texts(form, "estimatedFrom"),
                form.has("stands") ? all(form, "stands", StatementReader::stand) : List.of());
    }

    private static LineTrace.StandUsed stand(JsonNode form) {
        return new LineTrace.StandUsed(
                day(form, "on"),
                text(form, "stand"),
                text(form, "unit"),
                member(form, "estimated").asBoolean());
    }

    private static LineTrace.EventUsed event(JsonNode form) {
        return new LineTrace.EventUsed(
                text(form, "event"), LocalDateTime.parse(text(form, "at")), texts(form, "figures"));
    }

    private static LineTrace.AdjustmentUsed adjustment(JsonNode form) {
        return new LineTrace.AdjustmentUsed(
                text(form, "name"), day(form, "from"), day(form, "to"), text(form, "amount"), text(form, "unit"));
    }

    private static <T> List<T> all(JsonNode form, String name, Function<JsonNode, T> read) {
        return StreamSupport.stream(member(form, name).spliterator(), false)
                .map(read)
                .toList();
    }

    private static List<String> texts(JsonNode form, String name) {
        return all(form, name, JsonNode::asString);
    }

    private static String text(JsonNode form, String name) {
        return member(form, name).asString();
    }

    private static int number(JsonNode form, String name) {
        return member(form, name).asInt();
    }

    private static LocalDate day(JsonNode form, String name) {
        return LocalDate.parse(text(form, name));
    }

    private static BigDecimal decimal(JsonNode form, String name) {
        return new BigDecimal(text(form, name));
    }

    private static Exact exact(JsonNode form, String name) {
        return Exact.parse(text(form, name));
    }

    private static JsonNode member(JsonNode form, String name) {
        JsonNode member = form.get(name);
        if (member == null) {
            throw new IllegalArgumentException("a settlement's statement needs the member \"" + name + "\"");
        }
        return member;
    }
}
