package io.smartblocks.runtime.metering;

import java.util.ArrayList;
import java.util.List;

/** A run of missing readings: indexes into their column, the end not included. */
public record Gap(int from, int to) {

    public int length() {
        return to - from;
    }

    /** The gaps that touch the readings from {@code from} up to {@code to}, each in full length. */
    public static List<Gap> in(MeterColumn column, int from, int to) {
        List<Gap> gaps = new ArrayList<>();
        int index = from;
        while (index > 0 && index < to && column.isMissing(index) && column.isMissing(index - 1)) {
            index--;
        }
        while (index < to) {
            if (!column.isMissing(index)) {
                index++;
                continue;
            }
            int start = index;
            while (index < column.size() && column.isMissing(index)) {
                index++;
            }
            gaps.add(new Gap(start, index));
        }
        return gaps;
    }
}
