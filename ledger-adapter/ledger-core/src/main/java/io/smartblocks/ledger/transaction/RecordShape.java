package io.smartblocks.ledger.transaction;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a record type is written and read.
 *
 * @param fields its components in canonical order
 * @param constructor takes an array of all components in their own order
 * @param typeName its name where it is one of a sealed family
 * @param typePlace before which field the name is written; -1 for none
 */
record RecordShape(List<Field> fields, MethodHandle constructor, Optional<String> typeName, int typePlace) {

    /**
     * One component.
     *
     * @param place its place in the constructor
     * @param maybe what it holds, if it is optional, when it is there; when it is not, nothing is written of it
     * @param gaps whether the items of its list may be missing
     */
    record Field(
            String name,
            int place,
            Type type,
            Optional<Type> maybe,
            boolean gaps,
            MethodHandle accessor,
            byte[] opening) {}

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
            String name = components[i].getName();
            fields.add(new Field(
                    name,
                    i,
                    components[i].getGenericType(),
                    maybe(components[i].getGenericType()),
                    hasGaps(components[i]),
                    accessorOf(components[i]),
                    ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII)));
        }
        fields.sort(Comparator.comparing(Field::name));
        Optional<String> typeName = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed)
                ? Optional.of(TypeNames.nameOf(type))
                : Optional.empty();
        return new RecordShape(
                fields, constructorOf(type, components), typeName, typeName.isPresent() ? typePlace(fields) : -1);
    }

    private static Optional<Type> maybe(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? Optional.of(generic.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private static int typePlace(List<Field> fields) {
        return (int) fields.stream()
                .filter(field -> field.name().compareTo(TYPE) <= 0)
                .count();
    }

    private static MethodHandle accessorOf(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(accessor + " was made accessible", impossible);
        }
    }

    private static MethodHandle constructorOf(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException impossible) {
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
