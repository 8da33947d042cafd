package io.smartblocks.ledger.fabric;

/**
 * Which number a block of the channel has among the ledger's. They are the same, unless the channel took over a ledger of one
 * machine: then its own blocks go on behind those, whose numbers settlements name.
 *
 * @param adopted how many blocks were taken over
 * @param begin the channel's number of the first block behind them
 */
record Numbering(long adopted, long begin) {

    /** Of a channel that took over nothing. */
    static final Numbering OWN = new Numbering(0, 0);

    /** The ledger's number of a block of the channel. */
    long port(long channel) {
        return channel - begin + adopted;
    }

    /** The channel's number of a block that is the ledger's own. */
    long channel(long port) {
        return port - adopted + begin;
    }

    /** Whether a block of the channel came before the ledger's own, so that it only carried what was taken over. */
    boolean before(long channel) {
        return channel < begin;
    }
}
