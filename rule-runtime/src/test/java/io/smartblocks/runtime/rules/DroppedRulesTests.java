package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedRulesTests {

    private static final int SETTLED_FIRST = 20;
    private static final int BUILT = 1_000;

    @Test
    void a_thousand_sets_of_rules_built_used_and_dropped_leave_no_class_behind() throws IOException {
        Agreement agreement = GroundFixture.bends();
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        buildAndUse(agreement, SETTLED_FIRST);
        long before = classes.getTotalLoadedClassCount();

        buildAndUse(agreement, BUILT);

        assertThat(classes.getTotalLoadedClassCount() - before)
                .as("classes loaded for %s sets of rules", BUILT)
                .isLessThan(BUILT / 4);
    }

    private static void buildAndUse(Agreement agreement, int times) {
        for (int i = 0; i < times; i++) {
            Ground ground = GroundFixture.random(agreement, i);
            RuleBooks books = new RuleBooks(1);
            RuleBooks.Prepared prepared = books.prepare(agreement, ground.period());
            Settling settling = prepared.settling(ground, books);
            prepared.book().decide(List.of(settling));
            assertThat(settling.fired()).isNotEmpty();
        }
    }
}
