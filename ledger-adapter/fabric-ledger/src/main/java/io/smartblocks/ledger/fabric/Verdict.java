package io.smartblocks.ledger.fabric;

/**
 * What became of a transaction of the channel.
 *
 * @param validation what the peers said of it, such as {@code VALID}
 * @param block the block that it stands in
 * @param batch which of the block's batches it carried; negative where it carried none
 */
record Verdict(String validation, long block, int batch) {

    boolean valid() {
        return validation.equals("VALID");
    }
}
