package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides by their keys which states a reader may see, as {@link PayloadAccess} does of the transactions behind them. */
@Component
public class VisibleStates {

    private final Access access;
    private final ReadModel read;

    VisibleStates(Access access, ReadModel read) {
        this.access = access;
        this.read = read;
    }

    /** Whether the reader may see what stands under a key, or stood there. */
    public boolean maySee(Account reader, StateKey key) {
        return new VisibleKeys(reader, access, read).sees(key);
    }

    /** Tells of each of these keys whether the reader may see its state. */
    public Predicate<StateKey> ofThose(Account reader, Collection<StateKey> keys) {
        VisibleKeys visible = new VisibleKeys(reader, access, read);
        return keys.stream().filter(visible::sees).collect(Collectors.toSet())::contains;
    }

    /** The keys that a filter asks for, as far as the reader may see them. */
    AskedKeys asked(Account reader, StateFilter filter) {
        return new AskedKeys(reader, filter, access, read);
    }
}
