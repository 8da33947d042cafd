package io.smartblocks.portal.api.problem;

import java.util.List;

/** Ends a request with a problem that its program is told. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String where;
    private final String mend;
    private final transient List<Problem.Fault> faults;

    public ApiProblem(Kind kind, String detail, String where, String mend) {
        this(kind, detail, where, mend, List.of());
    }

    public ApiProblem(Kind kind, String detail, String where, String mend, List<Problem.Fault> faults) {
        super(detail);
        this.kind = kind;
        this.where = where;
        this.mend = mend;
        this.faults = List.copyOf(faults);
    }

    /** That there is no such thing, or not for this program: both look the same from outside. */
    public static ApiProblem notFound(String what, String mend) {
        return new ApiProblem(Kind.NOT_FOUND, "There is no " + what + " that you may see.", "", mend);
    }

    /** The kind of problem. */
    public Kind kind() {
        return kind;
    }

    Problem at(String instance) {
        return Problem.of(kind.status(), kind, instance, getMessage(), where, mend)
                .with(faults);
    }
}
