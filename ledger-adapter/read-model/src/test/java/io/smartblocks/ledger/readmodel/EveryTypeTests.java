package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.transaction.Payload;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody adds a transaction or a state without a place for it here. */
class EveryTypeTests {

    @Test
    void of_every_transaction_it_is_known_what_it_is_about() {
        assertThat(Subjects.known())
                .as("add the new transaction to Subjects")
                .containsExactlyInAnyOrderElementsOf(recordsOf(Payload.class).toList());
    }

    @Test
    void every_state_has_a_table_or_is_read_by_its_key() {
        List<Class<?>> unknown =
                recordsOf(State.class).filter(type -> !StateTables.knows(type)).toList();

        assertThat(unknown).as("add the new state to StateTables").isEmpty();
    }

    @Test
    void every_state_is_part_of_the_long_story() {
        List<Class<?>> told = LongStory.of(7, 150).stream()
                .flatMap(block -> block.writes().stream())
                .<Class<?>>map(write -> write.state().getClass())
                .distinct()
                .toList();

        assertThat(told)
                .as("tell of the new state in LongStory, so that its tables are compared")
                .containsAll(recordsOf(State.class).toList());
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EveryTypeTests::recordsOf)
                : Stream.of(type);
    }
}
