package io.smartblocks.portal.form;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One question of a form, as its page shows it. */
public record Field(
        String id,
        String label,
        String help,
        String error,
        String value,
        String unit,
        String limits,
        List<Option> options,
        boolean choice,
        boolean isShort,
        Input input) {

    public Field {
        options = List.copyOf(options);
    }

    /** What is typed into it. */
    public enum Input {
        LINE,
        DAY,
        TEXT,
        LINES,
        TICKS
    }

    /** A line of words, a figure with its unit, or a choice. */
    public Field(
            String id,
            String label,
            String help,
            String error,
            String value,
            String unit,
            String limits,
            List<Option> options,
            boolean choice,
            boolean isShort) {
        this(id, label, help, error, value, unit, limits, options, choice, isShort, Input.LINE);
    }

    /** A line of words. */
    public static Field line(String id, String label, String help, String value) {
        return new Field(id, label, help, "", value, "", "", List.of(), false, false);
    }

    /** Some sentences. */
    public static Field text(String id, String label, String help, String value) {
        return new Field(id, label, help, "", value, "", "", List.of(), false, false, Input.TEXT);
    }

    /** Many lines, of which each counts; {@code limits} says what they may hold. */
    public static Field lines(String id, String label, String help, String value, String limits) {
        return new Field(id, label, help, "", value, "", limits, List.of(), false, false, Input.LINES);
    }

    /**
     * Several things under one question, each to tick by itself.
     *
     * @param ticked the values of those that are ticked; what is sent of each is its value with the word {@code on}
     */
    public static Field ticks(String id, String label, String help, Set<String> ticked, List<Option> options) {
        return new Field(id, label, help, "", String.join("\n", ticked), "", "", options, false, false, Input.TICKS);
    }

    /** A day. */
    public static Field day(String id, String label, String help, String value) {
        return new Field(id, label, help, "", value, "", "", List.of(), false, true, Input.DAY);
    }

    /** A figure in a unit. */
    public static Field figure(String id, String label, String help, String value, String unit) {
        return new Field(id, label, help, "", value, unit, "", List.of(), false, true);
    }

    /** One of several answers. */
    public static Field choice(String id, String label, String help, String value, List<Option> options) {
        return new Field(id, label, help, "", value, "", "", options, true, false);
    }

    /** The same with what is wrong with it. */
    public Field with(Map<String, String> errors) {
        return new Field(
                id, label, help, errors.getOrDefault(id, ""), value, unit, limits, options, choice, isShort, input);
    }

    /**
     * One answer to choose.
     *
     * @param more what it means, where its words do not say it
     */
    public record Option(String value, String words, String more) {
        /** An answer whose words say all. */
        public Option(String value, String words) {
            this(value, words, "");
        }
    }

    public String name() {
        return id;
    }

    /** Whether one of several things is ticked. */
    public boolean ticked(Option option) {
        return value.lines().anyMatch(option.value()::equals);
    }

    /** How many lines are shown of it; none of what is typed in one. */
    public int rows() {
        return switch (input) {
            case LINE, DAY, TICKS -> 0;
            case TEXT -> 4;
            case LINES -> 10;
        };
    }

    public boolean wrong() {
        return !error.isEmpty();
    }

    /** The ids of what explains the field, for those who hear it. */
    public String describedBy() {
        String ids = Stream.of(
                        help.isEmpty() ? "" : id + "-help",
                        wrong() ? id + "-error" : "",
                        limits.isEmpty() ? "" : id + "-lim")
                .filter(part -> !part.isEmpty())
                .collect(joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
