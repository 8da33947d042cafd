package io.smartblocks.portal.cli;

import io.smartblocks.runtime.scenario.Branch;
import io.smartblocks.runtime.scenario.Coverage;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** Which ways of an agreement its scenarios went: how many of each kind, and those that none went. */
record TestedCoverage(int percent, List<Kind> kinds, List<Missed> missed) {

    /** The ways of one kind, and how many of them were gone. */
    record Kind(String kind, long gone, long all) {}

    /** A way that no scenario went. */
    record Missed(int line, String kind, String what) {}

    static TestedCoverage of(Coverage coverage) {
        return new TestedCoverage(
                coverage.percent(),
                Stream.of(Branch.Kind.values())
                        .filter(kind -> coverage.count(kind) > 0)
                        .map(kind -> new Kind(words(kind), coverage.gone(kind), coverage.count(kind)))
                        .toList(),
                coverage.missed().stream()
                        .map(branch -> new Missed(branch.at().line(), words(branch.kind()), branch.name()))
                        .toList());
    }

    private static String words(Branch.Kind kind) {
        return switch (kind) {
            case SENTENCE -> "sentences of clauses";
            case EXCEPTION -> "exceptions";
            case CASE -> "cases of definitions";
            case LIMIT -> "limits";
        };
    }

    void print(PrintWriter out) {
        out.printf("  coverage %d %%%n", percent);
        kinds.forEach(kind -> out.printf("       %-22s %d of %d%n", kind.kind(), kind.gone(), kind.all()));
        if (!missed.isEmpty()) {
            out.println("       no scenario goes here:");
            missed.forEach(way -> out.printf("       %5s  %s%n", "line " + way.line(), way.what()));
        }
    }
}
