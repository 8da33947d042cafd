package io.smartblocks.portal.editor;

import io.smartblocks.dsl.editor.Colour;
import io.smartblocks.dsl.editor.OpenText;
import io.smartblocks.dsl.editor.OutlineEntry;
import io.smartblocks.dsl.editor.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each word of a text is, in few bytes.
 *
 * @param kinds the names of the kinds
 * @param words for each word three numbers: how far from the end of the one before, how long, and which of the kinds
 * @param headings where each heading begins and ends
 */
record Colours(List<String> kinds, List<Integer> words, List<Integer> headings) {

    private static final List<String> KINDS = Stream.of(Colour.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Set<OutlineEntry.Kind> HEADED =
            Set.of(OutlineEntry.Kind.HEAD, OutlineEntry.Kind.CLAUSE, OutlineEntry.Kind.SCENARIO);

    static Colours of(OpenText text) {
        List<Colour> colours = text.colours();
        Set<Integer> begun = text.outline().stream()
                .filter(entry -> HEADED.contains(entry.kind()))
                .map(entry -> entry.whole().start())
                .collect(Collectors.toSet());
        List<Integer> words = new ArrayList<>();
        List<Integer> headings = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < colours.size(); i++) {
            Span at = colours.get(i).at();
            words.add(at.start() - before);
            words.add(at.end() - at.start());
            words.add(colours.get(i).kind().ordinal());
            before = at.end();
            if (begun.contains(at.start())) {
                headings.add(at.start());
                headings.add(headed(text, colours.subList(i, colours.size())));
            }
        }
        return new Colours(KINDS, words, headings);
    }

    /** A heading ends with the words before its first sign, or with its line. */
    private static int headed(OpenText text, List<Colour> colours) {
        int line = text.lines().place(colours.get(0).at().start()).line();
        return colours.stream()
                .takeWhile(it -> it.kind() != Colour.Kind.SIGN
                        && text.lines().place(it.at().start()).line() == line)
                .reduce((one, next) -> next)
                .map(last -> last.at().end())
                .orElse(colours.get(0).at().end());
    }
}
