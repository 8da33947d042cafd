package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Builds the records of the tree from a compiled form and names the member that does not fit. */
final class FormReading {

    static final String KIND = "is";

    private FormReading() {}

    static Object read(Type type, Object form, String place) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, form, place);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isInterface()) {
            return ofKind(wanted, form, place);
        }
        return wanted.isRecord() ? record(wanted, members(form, place), place) : plain(wanted, form, place);
    }

    private static Object container(ParameterizedType type, Object form, String place) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(read(of[0], form, place));
        }
        if (type.getRawType() == List.class) {
            List<Object> items = new ArrayList<>();
            for (Object item : is(List.class, form, place, "a list")) {
                items.add(read(of[0], item, place + "[" + items.size() + "]"));
            }
            return items;
        }
        SortedMap<String, Object> map = new TreeMap<>();
        members(form, place).forEach((name, value) -> map.put(name, read(of[1], value, place + "." + name)));
        return map;
    }

    private static Object ofKind(Class<?> family, Object form, String place) {
        Map<String, Object> members = members(form, place);
        String name = is(String.class, members.getOrDefault(KIND, ""), place + "." + KIND, "the name of a kind");
        Class<?> kind = kinds(family)
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElseThrow(() -> new FormProblem(
                        place, "is of the kind \"" + name + "\", which this program does not know there"));
        return record(kind, members, place);
    }

    private static Object record(Class<?> wanted, Map<String, Object> form, String place) {
        Map<String, Object> left = new LinkedHashMap<>(form);
        if (wanted.getInterfaces().length > 0 && !name(wanted).equals(left.remove(KIND))) {
            throw new FormProblem(place, "is not of the kind \"" + name(wanted) + "\"");
        }
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : wanted.getRecordComponents()) {
            String name = component.getName();
            Object value = left.remove(name);
            values.add(
                    value == null
                            ? absent(component, place)
                            : read(component.getGenericType(), value, place + "." + name));
        }
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw new FormProblem(place + "." + name, "is not known to this program");
        });
        return made(wanted, values, place);
    }

    /** What stands for a member that is not written: nothing, an empty list, or no place in a text. */
    private static Object absent(RecordComponent component, String place) {
        if (component.getType() == Optional.class) {
            return Optional.empty();
        }
        if (component.getType() == List.class) {
            return List.of();
        }
        if (component.getType() == SourceRange.class) {
            return SourceRange.UNKNOWN;
        }
        throw new FormProblem(place + "." + component.getName(), "is missing");
    }

    private static Object made(Class<?> wanted, List<Object> values, String place) {
        Class<?>[] types = Arrays.stream(wanted.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = wanted.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new FormProblem(place, "cannot be: " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a '%s' could not be made".formatted(wanted), e);
        }
    }

    private static Object plain(Class<?> wanted, Object form, String place) {
        if (wanted == int.class || wanted == Integer.class) {
            long number = is(Long.class, form, place, "a whole number");
            if (number != (int) number) {
                throw new FormProblem(place, "is too large a number");
            }
            return (int) number;
        }
        if (wanted == boolean.class) {
            return is(Boolean.class, form, place, "true or false");
        }
        String text = is(String.class, form, place, "a text");
        return wanted == String.class ? text : parsed(wanted, text, place);
    }

    private static Object parsed(Class<?> wanted, String text, String place) {
        try {
            if (wanted == Exact.class && text.length() <= 1_000 && text.matches("-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?")) {
                return Exact.parse(text);
            }
            if (wanted == LocalDate.class) {
                return LocalDate.parse(text);
            }
            if (wanted == LocalTime.class) {
                return LocalTime.parse(text);
            }
            if (wanted == MonthDay.class) {
                return MonthDay.parse(text);
            }
            if (wanted == ZoneId.class) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new FormProblem(place, "holds \"" + text + "\", which cannot be read");
        }
        return Stream.of(wanted.isEnum() ? wanted.getEnumConstants() : new Object[0])
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new FormProblem(place, "holds \"" + text + "\", which cannot be read"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object form, String place) {
        return is(Map.class, form, place, "an object");
    }

    private static <T> T is(Class<T> wanted, Object form, String place, String words) {
        if (!wanted.isInstance(form)) {
            throw new FormProblem(place, "is not " + words);
        }
        return wanted.cast(form);
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        return Optional.ofNullable(family.getPermittedSubclasses()).stream()
                .flatMap(Arrays::stream)
                .flatMap(it -> it.isInterface() ? kinds(it) : Stream.of(it));
    }

    /** The name of a kind of node with the kinds around it: {@code Due.Event.Settlement}. */
    static String name(Class<?> kind) {
        return kind.getName().substring(kind.getPackageName().length() + 1).replace('$', '.');
    }
}
