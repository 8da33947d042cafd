package io.smartblocks.ledger.embedded;

import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/** Where each block begins: its file and the byte within it. */
final class BlockPlaces {

    /** The file of a block and its first byte there. */
    record Place(Segment segment, int start) {}

    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private int[] starts = new int[1024];
    private int height;

    /** From the next block on, blocks stand in this file. */
    synchronized void begin(Segment segment) {
        segments.put(segment.first(), segment);
    }

    synchronized void add(int start) {
        if (height == starts.length) {
            starts = Arrays.copyOf(starts, height * 2);
        }
        starts[height++] = start;
    }

    synchronized long height() {
        return height;
    }

    synchronized Place of(long number) {
        Map.Entry<Long, Segment> segment = segments.floorEntry(number);
        if (number >= height || segment == null) {
            throw new NoSuchElementException("there is no block " + number + "; the next one is " + height);
        }
        return new Place(segment.getValue(), starts[(int) number]);
    }
}
