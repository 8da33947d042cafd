package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.readmodel.StateWrite;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What a transaction wrote, each key with the version that it made and the one that it found there. */
@Component
class WriteSet {

    /** One key; without an address where the reader may not see its state. */
    record Write(String key, String link, String kind, String icon, String found, String made) {}

    private final Ledger ledger;
    private final VisibleStates access;
    private final Words say;

    WriteSet(Ledger ledger, VisibleStates access, Words say) {
        this.ledger = ledger;
        this.access = access;
        this.say = say;
    }

    List<Write> of(Account reader, List<StateWrite> writes) {
        List<StateKey> keys = writes.stream().map(StateWrite::key).toList();
        Predicate<StateKey> visible = access.ofThose(reader, keys);
        return writes.stream()
                .map(write -> write(write, visible.test(write.key())))
                .toList();
    }

    private Write write(StateWrite write, boolean visible) {
        List<StateVersion> versions = ledger.history(write.key());
        int made = madeBy(write, versions);
        return new Write(
                write.key().value(),
                visible ? StateAddress.of(write.key()) : "",
                say.message("kind." + write.key().kind()),
                StateKinds.icon(write.key().kind()),
                made == 0
                        ? say.message("state.nothing")
                        : say.message(
                                "transaction.version",
                                say.number(made),
                                say.number(versions.get(made - 1).block())),
                say.message("state.version", say.number(made + 1)));
    }

    /** The place of the version among all; batches of one block may have written several. */
    private static int madeBy(StateWrite write, List<StateVersion> versions) {
        int place = 0;
        for (int i = 0; i < versions.size(); i++) {
            boolean same = versions.get(i).block() == write.block()
                    && versions.get(i).state().equals(write.state());
            place = same ? i : place;
        }
        return place;
    }
}
