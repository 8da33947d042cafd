package io.smartblocks.ledger.transaction;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Another writer of RFC 8785, which knows JSON and nothing of records; whole numbers only, as on the ledger. */
final class Rfc8785 {

    private Rfc8785() {}

    static String canonical(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static String value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, String> fields = new TreeMap<>((one, other) -> {
                // section 3.2.3: arrays of UTF-16 code units, compared as unsigned numbers
                for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
                    if (one.charAt(i) != other.charAt(i)) {
                        return one.charAt(i) - other.charAt(i);
                    }
                }
                return one.length() - other.length();
            });
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            StringBuilder out = new StringBuilder();
            fields.forEach((name, text) -> out.append(out.isEmpty() ? "" : ",")
                    .append(string(name))
                    .append(':')
                    .append(text));
            return "{" + out + "}";
        }
        if (token == JsonToken.START_ARRAY) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                out.append(i == 0 ? "" : ",").append(value(parser));
            }
            return "[" + out + "]";
        }
        return token == JsonToken.VALUE_STRING ? string(parser.getString()) : parser.getString();
    }

    /** Section 3.2.2.2. */
    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            int named = "\b\t\n\f\r\"\\".indexOf(c);
            if (named >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(named));
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
