package io.smartblocks.ledger.fabric.block;

import java.util.Optional;

/** That a key was read, and the version that stood there; none where nothing did. */
public record KeyRead(String key, Optional<Version> version) {}
