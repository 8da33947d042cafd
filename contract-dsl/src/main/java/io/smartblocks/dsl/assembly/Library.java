package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The templates and modules that are at hand, found by the title and version in their heads; the first found counts. */
public record Library(List<SourceText> texts) {

    private static final Pattern HEAD = Pattern.compile(
            "\\A\\uFEFF?(?:\\s|#[^\\n]*+\\n)*+(template|module)\\s+\"([^\"\\n]*)\"\\s+version\\s+(\\d+(?:\\.\\d+)*)");

    public Library {
        texts = List.copyOf(texts);
    }

    /** The template or module with exactly this title and version. */
    public Optional<SourceText> find(Head.Kind kind, Head.Template wanted) {
        return texts.stream()
                .filter(text -> head(kind, text).filter(wanted::equals).isPresent())
                .findFirst();
    }

    /** This library and further texts behind its own. */
    public Library and(List<SourceText> more) {
        List<SourceText> both = new ArrayList<>(texts);
        both.addAll(more);
        return new Library(both);
    }

    /** What is at hand in its place, in words, if anything is. */
    Optional<String> instead(Head.Kind kind, Head.Template wanted) {
        List<Head.Template> there =
                texts.stream().flatMap(text -> head(kind, text).stream()).toList();
        List<String> versions = there.stream()
                .filter(it -> it.title().equals(wanted.title()))
                .map(Head.Template::version)
                .distinct()
                .sorted(Versions::compare)
                .toList();
        if (!versions.isEmpty()) {
            return Optional.of("at hand is version " + String.join(", ", versions));
        }
        return there.size() == 1
                ? Optional.of("at hand is \"%s\" version %s"
                        .formatted(there.get(0).title(), there.get(0).version()))
                : Optional.empty();
    }

    private static Optional<Head.Template> head(Head.Kind kind, SourceText text) {
        Matcher head = HEAD.matcher(text.text());
        return head.find() && head.group(1).equals(kind.name().toLowerCase(Locale.ROOT))
                ? Optional.of(new Head.Template(head.group(2), head.group(3)))
                : Optional.empty();
    }
}
