package io.smartblocks.ledger.meter.greenbutton;

/** Hears what a feed holds, in the order of the feed. */
interface FeedListener {

    /** A reading in the entry with this number, which has not ended yet. */
    void reading(int entry, IntervalReading reading);

    /** An entry has ended. */
    void entry(FeedEntry entry);
}
