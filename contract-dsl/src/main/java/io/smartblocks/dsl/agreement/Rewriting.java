package io.smartblocks.dsl.agreement;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes a copy of a part of the tree in which references name something else. */
public final class Rewriting {

    private Rewriting() {}

    /** The part with each reference put through {@code change}. */
    @SuppressWarnings("unchecked")
    public static <T> T of(T part, UnaryOperator<Expr.Reference> change) {
        if (part instanceof Expr.Reference reference) {
            return (T) change.apply(reference);
        }
        if (part instanceof List<?> items) {
            return (T) items.stream().map(item -> of((Object) item, change)).toList();
        }
        if (part instanceof Optional<?> maybe) {
            return (T) maybe.map(item -> of((Object) item, change));
        }
        return part instanceof Record node ? (T) copy(node, change) : part;
    }

    private static Record copy(Record node, UnaryOperator<Expr.Reference> change) {
        RecordComponent[] components = node.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(of(Nodes.component(node, component), change));
        }
        try {
            return node.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("'%s' could not be copied".formatted(node), e);
        }
    }
}
