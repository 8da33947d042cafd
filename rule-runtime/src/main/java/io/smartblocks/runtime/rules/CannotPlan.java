package io.smartblocks.runtime.rules;

/** Something in an agreement that this engine cannot turn into rules, with the clause or term where it stands. */
public final class CannotPlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;

    CannotPlan(String where, String message) {
        super(message);
        this.where = where;
    }

    /** The clause or term. */
    public String where() {
        return where;
    }
}
