package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Builds the records of the tree from a compiled form and names the member that does not fit. */
final class FormReading {

    static final String KIND = "is";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?");

    /** Parts that are nothing but their value; the nodes of expressions are told from each other by where they stand. */
    private static final Set<Class<?>> SHARED =
            Set.of(Unit.class, TimeSpan.class, Level.PerPeriod.class, Level.PerReading.class, Window.class);

    private FormReading() {}

    static Object read(Type type, Object form, FormPlace place) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, form, place);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isInterface()) {
            return ofKind(wanted, form, place);
        }
        return wanted.isRecord() ? record(wanted, members(form, place), place) : plain(wanted, form, place);
    }

    private static Object container(ParameterizedType type, Object form, FormPlace place) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(read(of[0], form, place));
        }
        if (type.getRawType() == List.class) {
            List<Object> items = new ArrayList<>();
            for (Object item : is(List.class, form, place, "a list")) {
                items.add(read(of[0], item, place.item(items.size())));
            }
            return items;
        }
        SortedMap<String, Object> map = new TreeMap<>();
        members(form, place).forEach((name, value) -> map.put(name, read(of[1], value, place.member(name))));
        return map;
    }

    private static Object ofKind(Class<?> family, Object form, FormPlace place) {
        Map<String, Object> members = members(form, place);
        String name = is(String.class, members.getOrDefault(KIND, ""), place.member(KIND), "the name of a kind");
        Class<?> kind = RecordShape.kinds(family).get(name);
        if (kind == null) {
            throw new FormProblem(place, "is of the kind \"" + name + "\", which this program does not know there");
        }
        return record(kind, members, place);
    }

    private static Object record(Class<?> wanted, Map<String, Object> form, FormPlace place) {
        RecordShape shape = RecordShape.of(wanted);
        int known = 0;
        if (shape.kind().isPresent()) {
            if (!shape.kind().get().equals(form.get(KIND))) {
                throw new FormProblem(
                        place, "is not of the kind \"" + shape.kind().get() + "\"");
            }
            known++;
        }
        Object[] values = new Object[shape.members().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Member member = shape.members().get(i);
            Object value = form.get(member.name());
            known += value == null ? 0 : 1;
            values[i] =
                    value == null ? absent(member, place) : read(member.generic(), value, place.member(member.name()));
        }
        if (known < form.size()) {
            throw new FormProblem(place.member(unknown(shape, form)), "is not known to this program");
        }
        return made(wanted, shape, values, place);
    }

    private static String unknown(RecordShape shape, Map<String, Object> form) {
        Set<String> left = new LinkedHashSet<>(form.keySet());
        shape.kind().ifPresent(kind -> left.remove(KIND));
        shape.members().forEach(member -> left.remove(member.name()));
        return left.iterator().next();
    }

    /** What stands for a member that is not written: nothing, an empty list, or no place in a text. */
    private static Object absent(RecordShape.Member member, FormPlace place) {
        if (member.type() == Optional.class) {
            return Optional.empty();
        }
        if (member.type() == List.class) {
            return List.of();
        }
        if (member.type() == SourceRange.class) {
            return SourceRange.UNKNOWN;
        }
        throw new FormProblem(place.member(member.name()), "is missing");
    }

    static Object made(Class<?> wanted, RecordShape shape, Object[] values, FormPlace place) {
        try {
            Object part = shape.made(values);
            return SHARED.contains(wanted) ? Alike.part(part) : part;
        } catch (InvocationTargetException e) {
            throw new FormProblem(place, "cannot be: " + e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a '%s' could not be made".formatted(wanted), e);
        }
    }

    private static Object plain(Class<?> wanted, Object form, FormPlace place) {
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

    private static Object parsed(Class<?> wanted, String text, FormPlace place) {
        try {
            if (wanted == Exact.class
                    && text.length() <= 1_000
                    && NUMBER.matcher(text).matches()) {
                return Alike.number(text, Exact::parse);
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
        Object constant = RecordShape.constants(wanted).get(text);
        if (constant == null) {
            throw new FormProblem(place, "holds \"" + text + "\", which cannot be read");
        }
        return constant;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object form, FormPlace place) {
        return is(Map.class, form, place, "an object");
    }

    private static <T> T is(Class<T> wanted, Object form, FormPlace place, String words) {
        if (!wanted.isInstance(form)) {
            throw new FormProblem(place, "is not " + words);
        }
        return wanted.cast(form);
    }
}
