package io.smartblocks.ledger.peer;

/**
 * The functions of the chaincode, with their arguments; each answers with the canonical text of one record.
 *
 * <p>Only {@link #SUBMIT}, {@link #BIND}, {@link #ADOPT} and {@link #ADOPTED} write. What is no answer, such as an argument that cannot be read, is an error
 * of the chaincode, with a text for people.
 */
public final class Functions {

    /**
     * Decides about a batch, and writes what comes of it.
     *
     * <p>Arguments: the canonical text of the batch ({@code Batch.json}); the number of blocks that the client has seen, in
     * decimal digits. Answers with an {@link Answer}. Only one that is {@link Answer.Taken} is to be ordered; the others
     * write nothing.
     */
    public static final String SUBMIT = "submit";

    /** Ties an organisation to a membership provider. Argument: the canonical text of a {@link SignedBinding}. */
    public static final String BIND = "bind";

    /**
     * Takes over the next blocks of a ledger of one machine, while nothing else stands: each batch is decided as it was there,
     * by its block's number and time, and must have written the same. Answers with the {@link Adoption} as it then is, without
     * what was only kept for later.
     *
     * <p>Argument: the canonical text of an {@link AdoptedPart.Run}, at most {@link PeerLimits#MOST_BYTES}.
     */
    public static final String ADOPT = "adopt";

    /**
     * Ends the taking over: from then on the ledger stands here, and goes on behind those blocks. Answers as {@link #ADOPT}.
     *
     * <p>Argument: the hash of the last block's header.
     */
    public static final String ADOPTED = "adopted";

    /** How much was taken over of a ledger of one machine: an {@link Adoption}. No argument; writes nothing. */
    public static final String ADOPTION = "adoption";

    /** Tells that the chaincode answers, and which rules it holds: a {@link Ready}. No argument; writes nothing. */
    public static final String READY = "ready";

    /** What stands under a state key: a {@link Found}. Argument: the state key. */
    public static final String STATE = "state";

    /**
     * What stands under the keys of a range, in the order of Fabric's keys: a {@link StatePage} without carriers.
     *
     * <p>Arguments: the first key; the key that the range ends before; how many at most, up to {@link PeerLimits#MOST_LISTED}.
     */
    public static final String STATES = "states";

    /** As {@link #STATES}, each with the Fabric transaction that wrote it. */
    public static final String STANDING = "standing";

    /** All that ever stood under a state key, oldest first: a {@link StateHistory}. Argument: the state key. */
    public static final String HISTORY = "history";

    /** Which Fabric transaction carried a transaction of ours: a {@link Carried}. Argument: its id. */
    public static final String FIND = "find";

    private Functions() {}
}
