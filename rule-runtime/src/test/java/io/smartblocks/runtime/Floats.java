package io.smartblocks.runtime;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for {@code double} and {@code float} in the signatures of classes; what an anonymous class hands to its parent is the parent's. */
final class Floats {

    private static final Set<String> NAMES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private Floats() {}

    static ArchCondition<JavaClass> notAppearInFieldsParametersOrResults() {
        return new ArchCondition<>("not use binary floating point") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> fields = type.getFields().stream().map(field -> field.getRawType());
                Stream<JavaClass> signatures = type.getCodeUnits().stream()
                        .filter(unit -> !type.isAnonymousClass())
                        .flatMap(Floats::types);
                Stream.concat(fields, signatures)
                        .filter(used -> NAMES.contains(used.getName()))
                        .forEach(used -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " uses " + used.getName())));
            }
        };
    }

    static ArchCondition<JavaClass> notAppearInWhatOthersSee() {
        return new ArchCondition<>("keep binary floating point to themselves") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(Floats::types)
                        .filter(used -> NAMES.contains(used.getName()))
                        .forEach(used -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " hands out " + used.getName())));
            }
        };
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }
}
