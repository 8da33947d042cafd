package io.smartblocks.ledger.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalFormProperties {

    private static final long SEED = 20261122L;
    private static final int RECORDS = 10_000;

    private final RecordBuilding building = new RecordBuilding(new RandomLeaves(SEED));

    @Test
    void whatever_is_written_is_read_as_the_same_and_written_as_the_same() {
        List<Class<?>> types = everyType();
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Class<?> type = types.get(i % types.size());
            Record value = building.build(type);
            String text = CanonicalJson.write(value);
            Record read = (Record) CanonicalJson.read(text, type);

            assertThat(read).as("%d: %s", i, text).isEqualTo(value);
            assertThat(CanonicalJson.write(read)).as("%d", i).isEqualTo(text);
            assertThat(new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8))
                    .as("%d", i)
                    .isEqualTo(text);
            seen.merge(type.getSimpleName(), 1, Integer::sum);
        }
        assertThat(seen.values()).allMatch(times -> times >= RECORDS / types.size());
    }

    @Test
    void the_canonical_text_is_the_one_of_rfc_8785() {
        for (int i = 0; i < 1_000; i++) {
            String text = CanonicalJson.write(building.build(i % 2 == 0 ? TransactionBody.class : StateEntry.class));

            assertThat(Rfc8785.canonical(text)).as("%d", i).isEqualTo(text);
        }
    }

    /** Every record that stands on the ledger or in a block. */
    private static List<Class<?>> everyType() {
        List<Class<?>> types = new ArrayList<>(List.of(TransactionBody.class, Transaction.class, Block.class));
        Stream.of(Payload.class, State.class)
                .forEach(family -> types.addAll(RecordShape.family(family).values()));
        return types;
    }
}
