package io.smartblocks.dsl.explain;

import java.util.List;
import java.util.Optional;

/** What rests on what in an agreement: its clauses with their exceptions, and its Terms and things with their uses. */
public record Explanation(List<ClauseNote> clauses, List<TermNote> terms) {
    public Explanation {
        clauses = List.copyOf(clauses);
        terms = List.copyOf(terms);
    }

    /** A clause, what it excepts and is excepted by, which Terms it gives another value, what it uses and what uses it. */
    public record ClauseNote(
            String number,
            String title,
            List<String> words,
            List<String> exceptionTo,
            List<String> exceptions,
            List<String> replaces,
            List<String> uses,
            List<String> usedBy) {
        public ClauseNote {
            words = List.copyOf(words);
            exceptionTo = List.copyOf(exceptionTo);
            exceptions = List.copyOf(exceptions);
            replaces = List.copyOf(replaces);
            uses = List.copyOf(uses);
            usedBy = List.copyOf(usedBy);
        }
    }

    /** A Term or thing with a value: its unit, how often it has a value, what it uses and what uses or replaces it. */
    public record TermNote(
            String name,
            String kind,
            String words,
            String unit,
            String level,
            List<String> uses,
            List<String> usedBy,
            List<String> replacedBy) {
        public TermNote {
            uses = List.copyOf(uses);
            usedBy = List.copyOf(usedBy);
            replacedBy = List.copyOf(replacedBy);
        }
    }

    /** The clause of a number, or the Term of a name, alone; a clause may be called {@code clause 4.1} or {@code 4.1}. */
    public Optional<Explanation> of(String name) {
        String wanted = name.strip().replaceAll("\\s+", " ");
        String number = wanted.replaceFirst("(?i)^clause ", "");
        Explanation found = new Explanation(
                clauses.stream().filter(it -> it.number().equals(number)).toList(),
                terms.stream().filter(it -> it.name().equalsIgnoreCase(wanted)).toList());
        return found.clauses.isEmpty() && found.terms.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
