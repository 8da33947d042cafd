package io.smartblocks.ledger.readmodel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads who pays whom from the statement of a settlement; what is of another form, or longer than a real one, is left out,
 * for a runtime of any party makes statements and none may stop the readers of the others.
 */
final class StatementDocuments {

    private static final JsonMapper JSON = new JsonMapper();
    // no exponent: a few letters must not stand for a number of a billion digits
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,20})?");
    private static final String DAY = "2026-11-20";
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_CURRENCY = 20;

    private StatementDocuments() {}

    static List<SettlementDocument> of(String statement) {
        List<SettlementDocument> documents = new ArrayList<>();
        for (JsonNode document : read(statement).path("documents")) {
            documents.add(new SettlementDocument(
                    text(document, "payer", LONGEST_NAME),
                    text(document, "payee", LONGEST_NAME),
                    number(document.path("net")),
                    vat(document.path("vat")),
                    number(document.path("gross")),
                    text(document, "currency", LONGEST_CURRENCY),
                    text(document, "due", DAY.length()).flatMap(StatementDocuments::day)));
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

    private static Optional<String> text(JsonNode document, String field, int longest) {
        JsonNode node = document.path(field);
        return node.isString() && node.stringValue().length() <= longest && isStorable(node.stringValue())
                ? Optional.of(node.stringValue())
                : Optional.empty();
    }

    /** PostgreSQL takes no NUL, and half a surrogate pair is no character. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** VAT stands once per rate. */
    private static Optional<BigDecimal> vat(JsonNode vat) {
        if (!vat.isArray()) {
            return number(vat);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode rate : vat) {
            Optional<BigDecimal> amount = number(rate.path("amount"));
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(amount.get());
        }
        return vat.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isString() && DECIMAL.matcher(node.stringValue()).matches()
                ? Optional.of(new BigDecimal(node.stringValue()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
