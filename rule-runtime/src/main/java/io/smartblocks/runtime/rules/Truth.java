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

    public Truth not() {
        return this == PARTLY ? PARTLY : of(this == FALSE);
    }

    /** All hold; one that does not settles the matter. */
    public static Truth all(Truth... parts) {
        Truth result = TRUE;
        for (Truth part : parts) {
            if (part == FALSE) {
                return FALSE;
            }
            result = part == PARTLY ? PARTLY : result;
        }
        return result;
    }

    /** At least one holds; one that does settles the matter. */
    public static Truth any(Truth... parts) {
        Truth result = FALSE;
        for (Truth part : parts) {
            if (part == TRUE) {
                return TRUE;
            }
            result = part == PARTLY ? PARTLY : result;
        }
        return result;
    }
}
