package io.smartblocks.portal;

import java.nio.file.Path;
import java.util.Optional;

/** Which ledger a portal is on: the one of its own machine, or one on Fabric that a profile says how to reach. */
public record LedgerChoice(Optional<Path> fabricProfile) {

    private static final String EMBEDDED = "embedded";
    private static final String FABRIC = "fabric";

    /** The ledger of this machine. */
    public static LedgerChoice embedded() {
        return new LedgerChoice(Optional.empty());
    }

    /**
     * What settings or options say.
     *
     * @throws LedgerNotChosen naming the one that is missing, unknown or too many
     */
    public static LedgerChoice of(String kind, Optional<Path> profile) {
        return switch (kind) {
            case EMBEDDED -> {
                profile.ifPresent(file -> {
                    throw new LedgerNotChosen(
                            "The profile '" + file + "' is one of a ledger on Fabric, but the ledger is '" + EMBEDDED
                                    + "': say --ledger fabric (smartblocks.ledger=fabric) with it, or leave it out");
                });
                yield embedded();
            }
            case FABRIC ->
                new LedgerChoice(Optional.of(profile.orElseThrow(() -> new LedgerNotChosen(
                        "A ledger on Fabric needs a profile that says how its channel is reached: name the file with"
                                + " --profile (smartblocks.fabric.profile)"))));
            default ->
                throw new LedgerNotChosen("There is no ledger '" + kind
                        + "'; choose embedded or fabric with --ledger (smartblocks.ledger)");
        };
    }

    boolean isFabric() {
        return fabricProfile.isPresent();
    }
}
