package io.smartblocks.portal.form;

import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was typed into a form; what cannot be read is noted with its field. */
public final class Typed {

    private static final int LONGEST_TEXT = 2_000;
    private static final BigDecimal EXAMPLE = new BigDecimal("1250.50");

    private final Map<String, String> typed;
    private final Words say;
    private final List<Problem> problems = new ArrayList<>();

    /** Of the parameters of a request. */
    public Typed(Map<String, String> typed, Words say) {
        this.typed = typed;
        this.say = say;
    }

    /** What stands in a field, as it was typed. */
    public String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Words that may be left out. */
    public String words(String field) {
        String words = raw(field).replace("\r\n", "\n").strip();
        if (words.length() > LONGEST_TEXT) {
            refuse(field, say.message("typed.long", LONGEST_TEXT));
        }
        return words;
    }

    /** Words that must be there. */
    public Optional<String> needed(String field, String label) {
        String words = words(field);
        if (words.isEmpty()) {
            refuse(field, say.message("typed.missing", label));
        }
        return Optional.of(words).filter(any -> !any.isEmpty() && any.length() <= LONGEST_TEXT);
    }

    /** Whether something is ticked. */
    public boolean ticked(String field) {
        return raw(field).equals("on");
    }

    /** A day, which must be there. */
    public Optional<LocalDate> day(String field, String label) {
        return needed(field, label).flatMap(words -> day(field, label, words));
    }

    /** A day that may be left out. */
    public Optional<LocalDate> dayIfAny(String field, String label) {
        String words = words(field);
        return words.isEmpty() ? Optional.empty() : day(field, label, words);
    }

    private Optional<LocalDate> day(String field, String label, String words) {
        try {
            return Optional.of(LocalDate.parse(words));
        } catch (DateTimeException notADay) {
            refuse(field, say.message("typed.day", label, words));
            return Optional.empty();
        }
    }

    /** A figure as the reader's language writes it, with marks between thousands or without, which must be there. */
    public Optional<BigDecimal> figure(String field, String label) {
        return needed(field, label).flatMap(words -> {
            Optional<BigDecimal> figure = say.figure(words);
            if (figure.isEmpty()) {
                refuse(field, say.message("typed.figure", label, words, say.number(EXAMPLE)));
            }
            return figure;
        });
    }

    /** Notes a problem with a field. */
    public void refuse(String field, String message) {
        problems.add(new Problem(field, message));
    }

    /** Everything that was refused so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
