package io.smartblocks.ledger.transaction;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds records of any shape from the leaves that it is given. */
final class RecordBuilding {

    private static final int TRIES = 200;

    /** What stands in a field: values that are no records, and records with rules of their own. */
    interface Leaves {
        /** The value of a field; empty where it is a record that can be built from its parts. */
        Optional<Object> leaf(Class<?> type, String field);

        /** Which of the records of a family is built. */
        Class<?> oneOf(List<Class<?>> family);

        /** How many items a list or map has. */
        int items();

        /** Whether what is optional, or an item of a list with gaps, is there. */
        boolean there();
    }

    private final Leaves leaves;

    RecordBuilding(Leaves leaves) {
        this.leaves = leaves;
    }

    Record build(Class<?> type) {
        return (Record) value(type, false, "");
    }

    private Object value(Type type, boolean gaps, String field) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, gaps, field);
        }
        Class<?> wanted = (Class<?>) type;
        return leaves.leaf(wanted, field)
                .orElseGet(() -> wanted.isInterface()
                        ? record(
                                leaves.oneOf(
                                        List.copyOf(RecordShape.family(wanted).values())),
                                field)
                        : record(wanted, field));
    }

    private Object container(ParameterizedType type, boolean gaps, String field) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] parts = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return leaves.there() ? Optional.of(value(parts[0], false, field)) : Optional.empty();
        }
        int items = leaves.items();
        if (raw == Map.class) {
            Map<Object, Object> map = new TreeMap<>();
            for (int i = 0; i < items; i++) {
                map.put(value(parts[0], false, field), value(parts[1], false, field));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            list.add(gaps && !leaves.there() ? null : value(parts[0], false, field));
        }
        return raw == List.class ? list : new LinkedHashSet<>(list);
    }

    /** Some records take only text of a certain form, so that it may need several tries. */
    private Object record(Class<?> type, String field) {
        if (!type.isRecord()) {
            throw new IllegalStateException("no values are known for " + type + ", the type of '" + field
                    + "'; add them to the leaves of this test");
        }
        Throwable last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return once(type, field);
            } catch (InvocationTargetException refused) {
                last = refused.getCause();
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(type + " cannot be built", broken);
            }
        }
        throw new IllegalStateException("no values that " + type + " takes are known; add them to the leaves", last);
    }

    private Object once(Class<?> type, String field) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            arguments[i] =
                    value(components[i].getGenericType(), hasGaps(type, name), name.equals("value") ? field : name);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static boolean hasGaps(Class<?> type, String name) {
        return RecordShape.of(type).fields().stream()
                .filter(field -> field.name().equals(name))
                .anyMatch(RecordShape.Field::gaps);
    }
}
