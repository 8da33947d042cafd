package io.smartblocks.ledger.fabric.block;

import java.util.Optional;

/** What was written under a key; nothing where the key was deleted. */
public record KeyWrite(String key, Optional<Octets> value) {}
