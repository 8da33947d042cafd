package io.smartblocks.dsl.agreement;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a record of the tree is taken apart and put together. It is found once for each class: to ask a class itself each time
 * takes nearly all of the time that a form takes.
 */
final class RecordShape {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private static final ClassValue<Map<String, Class<?>>> KINDS = new ClassValue<>() {
        @Override
        protected Map<String, Class<?>> computeValue(Class<?> family) {
            Map<String, Class<?>> kinds = new HashMap<>();
            within(family).forEach(kind -> kinds.putIfAbsent(nameOf(kind), kind));
            return Map.copyOf(kinds);
        }
    };

    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return Map.copyOf(constants);
        }
    };

    private final List<Member> members;
    private final List<Member> byName;
    private final Constructor<?> constructor;
    private final Optional<String> kind;

    private RecordShape(Class<?> type) {
        this.members = Stream.of(type.getRecordComponents()).map(Member::of).toList();
        this.byName =
                members.stream().sorted(Comparator.comparing(Member::name)).toList();
        this.kind = type.getInterfaces().length > 0 ? Optional.of(nameOf(type)) : Optional.empty();
        try {
            this.constructor = type.getDeclaredConstructor(
                    members.stream().map(Member::type).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record '%s' has the constructor of its components".formatted(type), e);
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** The records of a family by the names of their kinds. */
    static Map<String, Class<?>> kinds(Class<?> family) {
        return KINDS.get(family);
    }

    /** The constants of an enumeration by their names; none of anything else. */
    static Map<String, Object> constants(Class<?> type) {
        return CONSTANTS.get(type);
    }

    /** The members, in the order in which they are declared. */
    List<Member> members() {
        return members;
    }

    /** The members, in the order of their names. */
    List<Member> byName() {
        return byName;
    }

    /** The name of the kind, if this is one of a family. */
    Optional<String> kind() {
        return kind;
    }

    Object made(Object... values) throws ReflectiveOperationException {
        return constructor.newInstance(values);
    }

    /** One member of a record. */
    record Member(String name, Class<?> type, Type generic, MethodHandle reader) {

        private static Member of(RecordComponent component) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                MethodHandle reader = MethodHandles.lookup()
                        .unreflect(accessor)
                        .asType(MethodType.methodType(Object.class, Record.class));
                return new Member(component.getName(), component.getType(), component.getGenericType(), reader);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("component '%s' could not be read".formatted(component.getName()), e);
            }
        }

        Object of(Record node) {
            try {
                return reader.invokeExact(node);
            } catch (Throwable e) {
                throw new IllegalStateException("'%s' could not be read".formatted(node), e);
            }
        }
    }

    private static Stream<Class<?>> within(Class<?> family) {
        return Optional.ofNullable(family.getPermittedSubclasses()).stream()
                .flatMap(Arrays::stream)
                .flatMap(it -> it.isInterface() ? within(it) : Stream.of(it));
    }

    /** The name of a kind of node with the kinds around it: {@code Due.Event.Settlement}. */
    private static String nameOf(Class<?> kind) {
        return kind.getName().substring(kind.getPackageName().length() + 1).replace('$', '.');
    }
}
