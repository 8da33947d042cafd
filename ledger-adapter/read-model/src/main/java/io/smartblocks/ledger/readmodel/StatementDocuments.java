package io.smartblocks.ledger.readmodel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who pays whom from the statement of a settlement; a statement of another form has no documents. */
final class StatementDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private StatementDocuments() {}

    static List<SettlementDocument> of(String statement) {
        List<SettlementDocument> documents = new ArrayList<>();
        for (JsonNode document : read(statement).path("documents")) {
            documents.add(new SettlementDocument(
                    text(document, "payer"),
                    text(document, "payee"),
                    number(document.path("net")),
                    vat(document.path("vat")),
                    number(document.path("gross")),
                    text(document, "currency"),
                    text(document, "due").flatMap(StatementDocuments::day)));
        }
        return documents;
    }

    private static JsonNode read(String statement) {
        try {
            return JSON.readTree(statement);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static Optional<String> text(JsonNode document, String field) {
        JsonNode node = document.path(field);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /** VAT stands once per rate. */
    private static Optional<BigDecimal> vat(JsonNode vat) {
        if (!vat.isArray()) {
            return number(vat);
        }
        List<BigDecimal> amounts = new ArrayList<>();
        for (JsonNode rate : vat) {
            number(rate.path("amount")).ifPresent(amounts::add);
        }
        return amounts.stream().reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        try {
            return node.isString() ? Optional.of(new BigDecimal(node.stringValue())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
