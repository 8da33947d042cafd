package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A tree as nested lists that leave out where its parts stand. */
final class WithoutPlaces {

    private WithoutPlaces() {}

    static Object of(Object node) {
        if (node instanceof Collection<?> items) {
            return items.stream().map(WithoutPlaces::of).toList();
        }
        if (node instanceof Optional<?> maybe) {
            return maybe.map(WithoutPlaces::of);
        }
        if (!(node instanceof Record leaf)) {
            return node;
        }
        List<Object> parts = new ArrayList<>(List.of(leaf.getClass().getSimpleName()));
        for (RecordComponent component : leaf.getClass().getRecordComponents()) {
            if (component.getType() != SourceRange.class) {
                parts.add(of(Nodes.component(leaf, component)));
            }
        }
        return parts;
    }
}
