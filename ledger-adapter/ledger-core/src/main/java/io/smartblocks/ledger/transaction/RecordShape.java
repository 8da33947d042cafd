package io.smartblocks.ledger.transaction;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record type is written and read: its fields in canonical order, and its name where it is one of a sealed family.
 */
record RecordShape(List<Field> fields, Constructor<?> constructor, Optional<String> typeName) {

    /** One component: its place in the constructor, its type, and whether the items of its list may be missing. */
    record Field(String name, int place, Type type, boolean gaps, Method accessor) {

        /** What an optional component holds when it is there; when it is not, nothing is written of it. */
        Optional<Type> maybe() {
            return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                    ? Optional.of(generic.getActualTypeArguments()[0])
                    : Optional.empty();
        }
    }

    static final String TYPE = "type";

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return shapeOf(type);
        }
    };

    private static final ClassValue<Map<String, Class<?>>> FAMILIES = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> type) {
            Map<String, Class<?>> leaves = new LinkedHashMap<>();
            collectLeaves(type, leaves);
            return leaves;
        }
    };

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The records of a sealed interface by their names. */
    static Map<String, Class<?>> family(Class<?> sealed) {
        return FAMILIES.get(sealed);
    }

    /** Whether the record only wraps one value and is written as that value. */
    boolean wraps() {
        return fields.size() == 1 && fields.get(0).name().equals("value") && typeName.isEmpty();
    }

    private static RecordShape shapeOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            fields.add(new Field(
                    components[i].getName(), i, components[i].getGenericType(), hasGaps(components[i]), accessor));
        }
        fields.sort(Comparator.comparing(Field::name));
        boolean sealed = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
        return new RecordShape(
                fields,
                constructorOf(type, components),
                sealed ? Optional.of(TypeNames.nameOf(type)) : Optional.empty());
    }

    private static Constructor<?> constructorOf(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " is a record without its constructor", impossible);
        }
    }

    private static boolean hasGaps(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static void collectLeaves(Class<?> type, Map<String, Class<?>> leaves) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collectLeaves(permitted, leaves);
            } else if (leaves.put(TypeNames.nameOf(permitted), permitted) != null) {
                throw new IllegalStateException("two records of " + type + " have the name " + permitted);
            }
        }
    }
}
