package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.shell.Part;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which part of a list is asked for: what follows an item, by the item's key, so that lists that grow are not read twice. */
final class Window {

    static final String USUAL = "50";
    private static final int MOST = 200;
    private static final String SEPARATOR = "\n";

    private final int limit;
    private final String after;

    private Window(int limit, String after) {
        this.limit = limit;
        this.after = after;
    }

    static Window of(int limit, String after) {
        if (limit < 1 || limit > MOST) {
            throw new ApiProblem(
                    Kind.INVALID, "limit is " + limit + ".", "limit", "Ask for 1 to " + MOST + " items at a time.");
        }
        return new Window(limit, after);
    }

    /** The first part of the usual length. */
    static Window first() {
        return of(Integer.parseInt(USUAL), "");
    }

    /** One more than asked for, to know whether any follow. */
    int fetch() {
        return limit + 1;
    }

    /** The key of the item after which to go on, read from its parts; empty at the beginning. */
    <K> Optional<K> after(int parts, Function<List<String>, K> read) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> found = List.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(after)))
                    .toString()
                    .split(SEPARATOR, -1));
            if (found.size() != parts) {
                throw notOurs();
            }
            return Optional.of(read.apply(found));
        } catch (CharacterCodingException | RuntimeException e) {
            throw notOurs();
        }
    }

    private static ApiProblem notOurs() {
        return new ApiProblem(
                Kind.INVALID,
                "'after' is not what this list gave as 'next'.",
                "after",
                "Send 'next' as it came, or leave 'after' out to begin at the start.");
    }

    /** The part that begins with these rows, of which there is one more than asked for where others follow. */
    <R, T> PageOf<T> page(List<R> rows, Function<R, List<String>> key, Function<R, T> shown) {
        boolean more = rows.size() > limit;
        List<R> here = more ? rows.subList(0, limit) : rows;
        return new PageOf<>(here.stream().map(shown).toList(), more ? next(key.apply(here.get(limit - 1))) : "");
    }

    /** The part of a list that is at hand as a whole, in the order of one text that each row has. */
    <R, T> PageOf<T> pageOfAll(List<R> all, Function<R, String> key, Function<R, T> shown) {
        String last = after(1, parts -> parts.get(0)).orElse("");
        List<R> following = all.stream()
                .sorted(Comparator.comparing(key))
                .filter(row -> key.apply(row).compareTo(last) > 0)
                .limit(fetch())
                .toList();
        return page(following, row -> List.of(key.apply(row)), shown);
    }

    /** The part of a list that is at hand as a whole and short, in its own order. */
    <R, T> PageOf<T> pageInOrder(List<R> all, Function<R, List<String>> key, Function<R, T> shown) {
        if (all.isEmpty()) {
            return new PageOf<>(List.of(), "");
        }
        List<R> following = after(key.apply(all.get(0)).size(), List::copyOf)
                .map(last -> all.stream()
                        .dropWhile(row -> !key.apply(row).equals(last))
                        .skip(1)
                        .toList())
                .orElse(all);
        return page(following.stream().limit(fetch()).toList(), key, shown);
    }

    /** The part that begins with these rows, of which it is known whether others follow. */
    <R, T> PageOf<T> page(Part<R> part, Function<R, List<String>> key, Function<R, Stream<T>> shown) {
        return new PageOf<>(
                part.rows().stream().flatMap(shown).toList(),
                part.last().map(key).map(Window::next).orElse(""));
    }

    int limit() {
        return limit;
    }

    static String next(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
