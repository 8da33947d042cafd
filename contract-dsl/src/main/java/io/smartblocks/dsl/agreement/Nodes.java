package io.smartblocks.dsl.agreement;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks through a tree of records without knowing every kind of node. */
public final class Nodes {

    /** Readers of components that may hold further records; asking a class for them each time takes most of a check. */
    private static final ClassValue<List<MethodHandle>> BRANCHES = new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> mayHoldRecords(component.getType()))
                    .map(Nodes::reader)
                    .toList();
        }
    };

    private Nodes() {}

    /** The tree's records of one kind, outermost first, in the order of their components. */
    public static <T> Stream<T> within(Object tree, Class<T> kind) {
        List<Object> found = new ArrayList<>();
        collect(tree, found);
        return found.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The value of a record's component. */
    public static Object component(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "component '%s' of '%s' could not be read".formatted(component.getName(), node), e);
        }
    }

    private static MethodHandle reader(RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("component '%s' could not be read".formatted(component.getName()), e);
        }
    }

    private static Object read(Record node, MethodHandle reader) {
        try {
            return reader.invokeExact(node);
        } catch (Throwable e) {
            throw new IllegalStateException("'%s' could not be read".formatted(node), e);
        }
    }

    private static void collect(Object node, List<Object> found) {
        if (node instanceof Collection<?> items) {
            items.forEach(item -> collect(item, found));
        } else if (node instanceof Optional<?> maybe) {
            maybe.ifPresent(item -> collect(item, found));
        } else if (node instanceof Record leaf) {
            found.add(leaf);
            for (MethodHandle reader : BRANCHES.get(leaf.getClass())) {
                collect(read(leaf, reader), found);
            }
        }
    }

    private static boolean mayHoldRecords(Class<?> type) {
        return type.isRecord() || type.isInterface() || type == Optional.class || type == Object.class;
    }
}
