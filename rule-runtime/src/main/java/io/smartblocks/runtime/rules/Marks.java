package io.smartblocks.runtime.rules;

import java.util.function.IntPredicate;

/** For each reading whether something holds, known for all of them. */
final class Marks implements IntPredicate {

    private final boolean[] marks;

    Marks(boolean[] marks) {
        this.marks = marks;
    }

    /** What a predicate says of so many readings; it must be one that says nothing to the settlement. */
    static Marks of(IntPredicate predicate, int size) {
        boolean[] marks = new boolean[size];
        for (int i = 0; i < size; i++) {
            marks[i] = predicate.test(i);
        }
        return new Marks(marks);
    }

    @Override
    public boolean test(int index) {
        return marks[index];
    }

    int size() {
        return marks.length;
    }
}
