package io.smartblocks.portal.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A part of a long list, as one page shows it.
 *
 * @param last behind which row the next part begins; empty where nothing follows
 */
public record Part<R>(List<R> rows, Optional<R> last) {

    /** So many rows at once when all of a list is wanted. */
    private static final int AT_ONCE = 500;

    public Part {
        rows = List.copyOf(rows);
    }

    /** A list from behind one of its rows on, or from its start, and not more than so many of them. */
    @FunctionalInterface
    public interface Pages<R> {
        List<R> behind(Optional<R> last, int atMost);
    }

    /** The first so many of the rows that were found; one more was asked for, to know whether others follow. */
    public static <R> Part<R> of(List<R> found, int shown) {
        boolean more = found.size() > shown;
        return new Part<>(
                more ? found.subList(0, shown) : found, more ? Optional.of(found.get(shown - 1)) : Optional.empty());
    }

    /** All rows of a list, read part by part while they are taken. */
    public static <R> Stream<R> all(Pages<R> pages) {
        return Stream.iterate(
                        pages.behind(Optional.empty(), AT_ONCE),
                        part -> !part.isEmpty(),
                        part -> part.size() < AT_ONCE
                                ? List.<R>of()
                                : pages.behind(Optional.of(part.get(part.size() - 1)), AT_ONCE))
                .flatMap(List::stream);
    }

    /** The same part with each row as a page shows it. */
    public <T> List<T> shown(Function<R, T> row) {
        return rows.stream().map(row).toList();
    }

    /** The address of the next part, made of the row behind which it begins; empty at the end. */
    public String next(Function<R, String> address) {
        return last.map(address).orElse("");
    }
}
