package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.List;

/** Why the plain settling stops. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Stopped(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static Stopped at(String code, String message, String where) {
        return new Stopped(problem(code, message, where));
    }

    static Problem problem(String code, String message, String where) {
        return new Problem(Problem.Kind.REFUSED, code, message, where, List.of());
    }

    /** A figure's value; stops where it has none. */
    static Exact got(Figured figured) {
        if (figured.problem().isPresent()) {
            throw new Stopped(figured.problem().get());
        }
        return figured.value();
    }

    Problem problem() {
        return problem;
    }
}
