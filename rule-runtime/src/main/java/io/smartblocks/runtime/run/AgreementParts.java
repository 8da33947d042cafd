package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All parts of one kind in an agreement's terms, clauses and missing-data rules. */
final class AgreementParts {

    private AgreementParts() {}

    static <T> List<T> of(Agreement agreement, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(agreement.terms(), kind, found);
        collect(agreement.clauses(), kind, found);
        collect(agreement.gapRules(), kind, found);
        return List.copyOf(found);
    }

    private static <T> void collect(Object part, Class<T> kind, List<T> found) {
        if (kind.isInstance(part)) {
            found.add(kind.cast(part));
        }
        if (part instanceof Collection<?> parts) {
            parts.forEach(each -> collect(each, kind, found));
        } else if (part instanceof Optional<?> maybe) {
            maybe.ifPresent(each -> collect(each, kind, found));
        } else if (part instanceof Record && part.getClass().getName().startsWith("io.smartblocks.dsl.agreement")) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                collect(valueOf(component, part), kind, found);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("'" + component + "' cannot be read", e);
        }
    }
}
