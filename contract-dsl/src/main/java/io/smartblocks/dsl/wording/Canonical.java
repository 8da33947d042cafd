package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what parts of agreements mean, wherever they stand in their texts. */
public final class Canonical {

    private Canonical() {}

    /** A value that equals that of another part when both mean the same. */
    public static List<?> of(Object part) {
        if (part instanceof Record node) {
            return Stream.concat(
                            Stream.of(node.getClass().getName()),
                            Stream.of(node.getClass().getRecordComponents()).map(component -> value(node, component)))
                    .toList();
        }
        if (part instanceof Collection<?> items) {
            return items.stream().map(Canonical::of).toList();
        }
        return part instanceof Optional<?> maybe
                ? maybe.stream().map(Canonical::of).toList()
                : List.of(part instanceof SourceRange ? "" : part);
    }

    private static Object value(Record node, RecordComponent component) {
        return component.getType() == SourceRange.class ? "" : of(Nodes.component(node, component));
    }
}
