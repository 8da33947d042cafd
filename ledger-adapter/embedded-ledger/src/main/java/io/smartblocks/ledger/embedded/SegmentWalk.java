package io.smartblocks.ledger.embedded;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Walks through the blocks of one file, and over damage to the next block that can be recognised. */
final class SegmentWalk implements Iterator<Found> {

    private static final int NULS_OF_A_HOLE = 8;
    private static final int LENGTH_AND_NUMBER = 12;

    private final ByteBuffer file;
    private long number;
    private int place;

    SegmentWalk(ByteBuffer file, long first) {
        this.file = file;
        this.number = first;
    }

    @Override
    public boolean hasNext() {
        return place < file.limit();
    }

    @Override
    public Found next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file ends at " + place);
        }
        Optional<Frame> frame = Frame.at(file, place);
        Found found = frame.isPresent() ? framed(frame.get()) : unframed();
        number = found.number() + 1;
        return found;
    }

    private Found framed(Frame frame) {
        int start = place;
        if (frame.length() > file.limit() - start - Frame.SIZE) {
            place = file.limit();
            return new Found.Unfinished(frame.number(), start);
        }
        byte[] content = new byte[frame.length()];
        file.get(start + Frame.SIZE, content);
        place = start + Frame.SIZE + frame.length();
        if (frame.fits(content)) {
            return new Found.Whole(frame.number(), start, content);
        }
        return !hasNext() && hasHole(content)
                ? new Found.Unfinished(frame.number(), start)
                : new Found.BadContent(frame.number(), start, frame, content);
    }

    private Found unframed() {
        int start = place;
        boolean tooShort = file.limit() - start < Frame.SIZE;
        place++;
        while (hasNext() && !recognised()) {
            place++;
        }
        boolean tail = !hasNext() && (tooShort || beginsWithHole(start));
        return tail ? new Found.Unfinished(number, start) : new Found.BadFrame(number, start, place);
    }

    private boolean recognised() {
        return Frame.at(file, place).filter(frame -> frame.number() > number).isPresent();
    }

    /** No block has neither length nor number: here the first part of the write never reached the disk. */
    private boolean beginsWithHole(int start) {
        int nuls = number == 0 ? Frame.SIZE : LENGTH_AND_NUMBER;
        for (int i = start; i < start + nuls; i++) {
            if (file.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Blocks are JSON, which holds no NUL: a run of them is a part of the write that never reached the disk. */
    private static boolean hasHole(byte[] content) {
        int run = 0;
        for (byte b : content) {
            run = b == 0 ? run + 1 : 0;
            if (run == NULS_OF_A_HOLE) {
                return true;
            }
        }
        return false;
    }
}
