package io.smartblocks.runtime.rules;

import java.util.ArrayList;
import java.util.List;

/** The problems of one settling, each with the input or the place of the plan where it was found. */
final class Findings {

    private static final int NOWHERE = -1;

    private final Plan plan;
    private final Ground ground;
    private final List<Finding> findings = new ArrayList<>();
    private int input = NOWHERE;

    Findings(Plan plan, Ground ground) {
        this.plan = plan;
        this.ground = ground;
    }

    /** A problem and where it was found: at an input, or at a place of the plan. */
    record Finding(Problem problem, int input, int place) {}

    /** Says which input is being taken from now on, and tells which one was before. */
    int enter(int slot) {
        int outer = input;
        input = slot;
        return outer;
    }

    void refuse(String code, String message) {
        add(new Problem(Problem.Kind.REFUSED, code, message, "", List.of()));
    }

    void lack(String code, String message, List<String> notified) {
        add(new Problem(Problem.Kind.HELD, code, message, "", notified));
    }

    void add(Problem problem) {
        findings.add(new Finding(problem, input, NOWHERE));
    }

    void at(Problem.Kind kind, String code, String message, int place) {
        String where = plan.where(place, ground.agreement());
        findings.add(new Finding(new Problem(kind, code, message, where, List.of()), NOWHERE, place));
    }

    List<Finding> all() {
        return findings;
    }
}
