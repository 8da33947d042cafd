package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.StateKey;
import java.util.List;

/** What a transaction is about, for lists and links, and the keys under which it writes. */
record Subject(String id, String detail, List<StateKey> keys) {}
