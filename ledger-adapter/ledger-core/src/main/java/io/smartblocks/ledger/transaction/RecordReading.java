package io.smartblocks.ledger.transaction;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds records from JSON that was read already, and names the field where it does not fit. */
final class RecordReading {

    // no exponent: a few letters must not stand for a number of a billion digits
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private RecordReading() {}

    static Object read(Type type, @Nullable Object json, JsonPlace place) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, json, false, place);
        }
        Class<?> wanted = (Class<?>) type;
        // only interfaces: newer JDKs have sealed classes of their own, such as ZoneId
        if (wanted.isInterface() && wanted.isSealed()) {
            return member(wanted, json, place);
        }
        if (wanted.isRecord()) {
            return record(wanted, json, place);
        }
        return plain(wanted, json, place);
    }

    private static Object plain(Class<?> wanted, @Nullable Object json, JsonPlace place) {
        if (wanted == int.class) {
            long number = is(Long.class, json, place, "a whole number");
            if (number != (int) number) {
                throw new MalformedJson(place, "holds " + number + "; expected a smaller number");
            }
            return (int) number;
        }
        if (wanted == long.class || wanted == Long.class) {
            return is(Long.class, json, place, "a whole number");
        }
        if (wanted == boolean.class) {
            return is(Boolean.class, json, place, "true or false");
        }
        String text = is(String.class, json, place, "text");
        return wanted == String.class ? text : parsed(wanted, text, place);
    }

    private static Object parsed(Class<?> wanted, String text, JsonPlace place) {
        try {
            if (wanted == BigDecimal.class && DECIMAL.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            if (wanted == Instant.class) {
                return Instant.parse(text);
            }
            if (wanted == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (wanted == ZoneId.class) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException wrong) {
            throw new MalformedJson(place, "holds '" + text + "'; expected " + expectation(wanted), wrong);
        }
        if (!wanted.isEnum()) {
            throw new MalformedJson(place, "holds '" + text + "'; expected " + expectation(wanted));
        }
        return constant(wanted, text, place);
    }

    private static String expectation(Class<?> wanted) {
        if (wanted == BigDecimal.class) {
            return "a decimal such as \"12.50\"";
        }
        if (wanted == Instant.class) {
            return "an instant in UTC such as \"2026-10-25T01:00:00Z\"";
        }
        return wanted == LocalDate.class ? "a day such as \"2026-10-25\"" : "a time zone such as \"Europe/Dublin\"";
    }

    private static Object constant(Class<?> wanted, String text, JsonPlace place) {
        List<String> known = new ArrayList<>();
        for (Object constant : wanted.getEnumConstants()) {
            String name = TypeNames.nameOf((Enum<?>) constant);
            if (name.equals(text)) {
                return constant;
            }
            known.add(name);
        }
        throw new MalformedJson(place, "holds '" + text + "'; expected one of " + String.join(", ", known));
    }

    private static Object member(Class<?> sealed, @Nullable Object json, JsonPlace place) {
        Map<String, Class<?>> family = RecordShape.family(sealed);
        String name =
                is(String.class, fields(json, place).get(RecordShape.TYPE), place.field(RecordShape.TYPE), "text");
        Class<?> leaf = family.get(name);
        if (leaf == null) {
            throw new MalformedJson(
                    place.field(RecordShape.TYPE),
                    "holds '" + name + "'; expected one of " + String.join(", ", family.keySet()));
        }
        return record(leaf, json, place);
    }

    private static Object record(Class<?> wanted, @Nullable Object json, JsonPlace place) {
        RecordShape shape = RecordShape.of(wanted);
        Object[] arguments = new Object[shape.fields().size()];
        if (shape.wraps()) {
            arguments[0] = read(shape.fields().get(0).type(), json, place);
            return make(shape, arguments, place);
        }
        Map<String, Object> given = fields(json, place);
        shape.typeName().ifPresent(name -> checkType(name, given.get(RecordShape.TYPE), place));
        int known = shape.typeName().isPresent() ? 1 : 0;
        for (RecordShape.Field part : shape.fields()) {
            boolean isGiven = given.containsKey(part.name());
            known += isGiven ? 1 : 0;
            arguments[part.place()] = isGiven
                    ? component(part, given.get(part.name()), place.field(part.name()))
                    : absent(part, place.field(part.name()));
        }
        if (known < given.size()) {
            throw new MalformedJson(place.field(unknown(given, shape)), "is not known here");
        }
        return make(shape, arguments, place);
    }

    private static String unknown(Map<String, Object> given, RecordShape shape) {
        Set<String> names = new TreeSet<>(given.keySet());
        shape.typeName().ifPresent(name -> names.remove(RecordShape.TYPE));
        shape.fields().forEach(part -> names.remove(part.name()));
        return names.iterator().next();
    }

    private static Object absent(RecordShape.Field part, JsonPlace place) {
        if (part.maybe().isEmpty()) {
            throw new MalformedJson(place, "is missing");
        }
        return Optional.empty();
    }

    private static Object component(RecordShape.Field part, @Nullable Object json, JsonPlace place) {
        Optional<Type> maybe = part.maybe();
        if (maybe.isPresent()) {
            return Optional.of(read(maybe.get(), json, place));
        }
        return part.gaps() && part.type() instanceof ParameterizedType list
                ? container(list, json, true, place)
                : read(part.type(), json, place);
    }

    private static void checkType(String expected, @Nullable Object given, JsonPlace place) {
        if (!expected.equals(given)) {
            throw new MalformedJson(
                    place.field(RecordShape.TYPE), "holds '" + given + "'; expected '" + expected + "'");
        }
    }

    private static Object make(RecordShape shape, Object[] arguments, JsonPlace place) {
        try {
            return shape.constructor().invokeExact(arguments);
        } catch (RuntimeException refused) {
            throw new MalformedJson(place, "is not acceptable: " + refused.getMessage(), refused);
        } catch (Throwable broken) {
            throw new IllegalStateException("cannot make a record with " + shape.constructor(), broken);
        }
    }

    private static Object container(ParameterizedType type, @Nullable Object json, boolean gaps, JsonPlace place) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] parts = type.getActualTypeArguments();
        if (raw == Map.class) {
            Map<String, Object> map = new TreeMap<>();
            new TreeMap<>(fields(json, place))
                    .forEach((key, value) -> map.put(key, read(parts[1], value, place.field(key))));
            return map;
        }
        List<Object> items = new ArrayList<>();
        for (Object item : is(List.class, json, place, "a list")) {
            boolean asItIs = gaps && item == null || parts[0] == Long.class && item instanceof Long;
            items.add(asItIs ? item : read(parts[0], item, place.item(items.size())));
        }
        return raw == Set.class ? distinct(items, place) : items;
    }

    private static Set<Object> distinct(List<Object> items, JsonPlace place) {
        Set<Object> set = new LinkedHashSet<>(items);
        if (set.size() < items.size()) {
            throw new MalformedJson(place, "holds the same item twice");
        }
        return set;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(@Nullable Object json, JsonPlace place) {
        return is(Map.class, json, place, "an object");
    }

    private static <T> T is(Class<T> wanted, @Nullable Object json, JsonPlace place, String expectation) {
        if (!wanted.isInstance(json)) {
            String found = json instanceof Map || json instanceof List ? "something nested" : "'" + json + "'";
            throw new MalformedJson(place, "holds " + found + "; expected " + expectation);
        }
        return wanted.cast(json);
    }
}
