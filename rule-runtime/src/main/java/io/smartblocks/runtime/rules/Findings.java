package io.smartblocks.runtime.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The problems of one settling, each with the input or the place of the plan where it was found. */
final class Findings {

    private static final int NOWHERE = -1;

    private final Plan plan;
    private final Ground ground;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Unpublished, TreeSet<LocalDate>> unpublished = new LinkedHashMap<>(2);
    private int input = NOWHERE;

    Findings(Plan plan, Ground ground) {
        this.plan = plan;
        this.ground = ground;
    }

    /** A problem and where it was found: at an input, or at a place of the plan. */
    record Finding(Problem problem, int input, int place) {}

    private record Unpublished(String index, int input) {}

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

    /** Days are collected, so that an index gives one reason for each gap and not one for each day. */
    void lackValue(String index, LocalDate day) {
        unpublished
                .computeIfAbsent(new Unpublished(index, input), key -> new TreeSet<>())
                .add(day);
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        unpublished.forEach((key, days) -> Days.spans(days).forEach(span -> {
            String message = key.index + " has no published value " + span.words();
            all.add(new Finding(
                    new Problem(Problem.Kind.HELD, "index-missing", message, "", List.of()), key.input, NOWHERE));
        }));
        return all;
    }
}
