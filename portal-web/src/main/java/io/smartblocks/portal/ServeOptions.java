package io.smartblocks.portal;

import io.smartblocks.ledger.identity.MemberId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the portal is started.
 *
 * @param data where its data lie
 * @param port on which it listens
 * @param demo whether it lives as a demo site
 * @param ledger on which ledger
 * @param meters the folder from which it takes meter files
 * @param metersAs the meter operator that signs them; empty where there is only one who can
 */
public record ServeOptions(
        Path data, int port, boolean demo, LedgerChoice ledger, Optional<Path> meters, Optional<MemberId> metersAs) {}
