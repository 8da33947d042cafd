package io.smartblocks.ledger.meter.greenbutton;

import java.time.Instant;
import java.util.Optional;

/**
 * All readings of one kind at one usage point: a MeterReading of ESPI with its type and blocks.
 *
 * @param number its place in the file, from 1 on
 * @param id its address
 * @param title what people call it; may be empty
 * @param type what its numbers mean, where the file says it
 * @param readings how many readings it holds
 * @param first when the first of them begins
 * @param end when the last of them ends
 */
public record Series(
        int number,
        String id,
        String title,
        Optional<ReadingType> type,
        long readings,
        Optional<Instant> first,
        Optional<Instant> end) {}
