package io.smartblocks.ledger.transaction;

/** Actions of the family {@code prediction}. */
public sealed interface PredictionAction extends Payload {

    @Override
    default String family() {
        return "prediction";
    }

    /** What a meter is going to read is stated before the day begins, and may be stated anew until then. */
    record RecordPrediction(PredictionPage page) implements PredictionAction {}
}
