package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Payload;
import java.util.List;

/** One row of a table: who asks for what, and the code of the refusal; an empty code where it is allowed. */
record Row(String title, String member, Payload payload, String code) {

    static Row allowed(String title, String member, Payload payload) {
        return new Row(title, member, payload, "");
    }

    static Row refused(String title, String member, Payload payload, RefusalCode code) {
        return new Row(title, member, payload, code.code());
    }

    /** Asks on the given ledger; a refusal must leave it as it was. */
    void holdsOn(World world) {
        List<StateEntry> before = world.all();
        Decision decision = world.ask(member, payload);
        if (decision instanceof Decision.Refused refused) {
            assertThat(refused.code().code()).as(refused.message()).isEqualTo(code);
            assertThat(refused.message()).isNotBlank();
            assertThat(world.all()).isEqualTo(before);
        } else {
            assertThat(code).as("it was allowed").isEmpty();
            assertThat(world.all()).isNotEqualTo(before);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
