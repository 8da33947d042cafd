package io.smartblocks.runtime.rules;

/** Three-valued truth: {@code PARTLY} is neither, as when only some days of a period are working days. */
public enum Truth {
    TRUE,
    FALSE,
    PARTLY;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** True if it holds without doubt. */
    public boolean holds() {
        return this == TRUE;
    }

    /** True if the agreement cannot tell. */
    public boolean isPartly() {
        return this == PARTLY;
    }

    /** True if the agreement cannot tell, else false. */
    public Truth partly() {
        return of(this == PARTLY);
    }

    /** Both hold; one that does not settles the matter. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == PARTLY || other == PARTLY ? PARTLY : TRUE;
    }

    /** One of them holds, or both do. */
    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public Truth not() {
        return this == PARTLY ? PARTLY : of(this == FALSE);
    }
}
