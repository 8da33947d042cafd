package io.smartblocks.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import java.text.DecimalFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that keep decisions the same on every machine find what they are made for. */
class SameEverywhereTests {

    @Test
    void what_is_the_machines_own_is_found() {
        for (Class<?> bad : List.of(
                Formats.class,
                Clocks.class,
                Defaults.class,
                Chance.class,
                Names.class,
                Numbers.class,
                Parallel.class)) {
            assertThat(finds(SameEverywhere.readsWhatIsTheMachinesOwn(), bad))
                    .as(bad.getSimpleName())
                    .isTrue();
        }
        assertThat(finds(SameEverywhere.readsWhatIsTheMachinesOwn(), Ordered.class))
                .isFalse();
    }

    @Test
    void what_has_no_order_is_found() {
        for (Class<?> bad : List.of(Hashed.class, HashedSet.class, Several.class, Collected.class, Copied.class)) {
            assertThat(finds(SameEverywhere.makesWhatHasNoOrder(), bad))
                    .as(bad.getSimpleName())
                    .isTrue();
        }
        assertThat(finds(SameEverywhere.makesWhatHasNoOrder(), Ordered.class)).isFalse();
    }

    private static boolean finds(ArchCondition<JavaClass> condition, Class<?> in) {
        JavaClasses classes = new ClassFileImporter().importClasses(in);
        return noClasses().should(condition).evaluate(classes).hasViolation();
    }

    private static final class Formats {
        String text(long value) {
            return String.format("%,d", value) + "%s".formatted(value);
        }
    }

    private static final class Clocks {
        long time() {
            return System.nanoTime();
        }
    }

    private static final class Defaults {
        String zone() {
            return TimeZone.getDefault().getID();
        }
    }

    private static final class Chance {
        int number() {
            return new Random().nextInt();
        }
    }

    private static final class Names {
        String name() {
            return UUID.randomUUID().toString();
        }
    }

    private static final class Numbers {
        String text(long value) {
            return new DecimalFormat("0.0").format(value);
        }
    }

    private static final class Parallel {
        long count(Collection<String> texts) {
            return texts.parallelStream().filter(String::isBlank).count();
        }
    }

    private static final class Hashed {
        Map<String, String> map() {
            return new HashMap<>();
        }
    }

    private static final class HashedSet {
        Set<String> set() {
            return new HashSet<>();
        }
    }

    private static final class Several {
        Set<String> set() {
            return Set.of("a", "b");
        }
    }

    private static final class Collected {
        Set<String> set(List<String> texts) {
            return texts.stream().collect(Collectors.toSet());
        }
    }

    private static final class Copied {
        Map<String, String> map(Map<String, String> from) {
            return Map.copyOf(from);
        }
    }

    private static final class Ordered {
        Map<String, String> map() {
            return new TreeMap<>(Map.of("a", "b"));
        }

        Set<String> set(List<String> texts) {
            return texts.stream().collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
