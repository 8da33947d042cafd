package io.smartblocks.ledger.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON text into maps, lists, strings, longs and booleans. */
final class JsonText {

    static final long LARGEST_INTEGER = (1L << 53) - 1;

    // as many as the largest has with its sign; longer ones need not fit a long
    private static final int MOST_DIGITS = 17;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    static @Nullable Object read(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser, JsonPlace.WHOLE);
            if (parser.nextToken() != null) {
                throw new MalformedJson(JsonPlace.WHOLE, "goes on after its end");
            }
            return value;
        } catch (JacksonException broken) {
            throw new MalformedJson(JsonPlace.WHOLE, "cannot be read: " + broken.getOriginalMessage(), broken);
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonPlace place) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new MalformedJson(place, "ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> integer(parser, place);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default ->
                throw new MalformedJson(
                        place, "holds " + parser.getString() + "; expected a whole number, decimals go as strings");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, JsonPlace place) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser, place.field(name)));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser, JsonPlace place) {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, place.item(items.size())));
        }
        return items;
    }

    private static Long integer(JsonParser parser, JsonPlace place) {
        if (parser.getStringLength() <= MOST_DIGITS) {
            long number = parser.getLongValue();
            if (isExact(number)) {
                return number;
            }
        }
        throw new MalformedJson(place, "holds " + parser.getString() + "; expected at most " + LARGEST_INTEGER);
    }

    /** Whether every JSON reader holds the number exactly. */
    static boolean isExact(long number) {
        return -LARGEST_INTEGER <= number && number <= LARGEST_INTEGER;
    }
}
