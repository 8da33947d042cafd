package io.smartblocks.dsl.agreement;

import java.io.Serial;

/** A compiled form that cannot be read, with the place in it; caught where reading begins. */
final class FormProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String place;

    FormProblem(Object place, String message) {
        super(message, null, false, false);
        this.place = place.toString();
    }

    /** The way to the member: {@code agreement.terms[3].unit}. */
    String place() {
        return place;
    }
}
