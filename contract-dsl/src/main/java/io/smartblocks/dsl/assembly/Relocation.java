package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what was found in a woven text at the place of the text it was taken from. */
public final class Relocation {

    private final List<Weave> weaves;
    private final SourceText target;

    /** Weaves, the last made first, and the text whose places are wanted. */
    public Relocation(List<Weave> weaves, SourceText target) {
        this.weaves = List.copyOf(weaves);
        this.target = target;
    }

    /** The finding at its place in the wanted text, if it came from there. */
    public Optional<Diagnostic> moved(Diagnostic said) {
        return moved(said.range()).map(at -> moved(said, at));
    }

    /** Where a stretch of the last whole came from in the first place. */
    public Optional<Weave.Stretch> origin(SourceRange range) {
        Optional<Weave.Stretch> origin = Optional.empty();
        SourceRange at = range;
        for (Weave weave : weaves) {
            if (origin.filter(it -> it.text() != weave.whole()).isPresent()) {
                return origin;
            }
            origin = weave.origin(at);
            if (origin.isEmpty()) {
                return origin;
            }
            at = Weave.range(
                    origin.orElseThrow().text(),
                    origin.orElseThrow().start(),
                    origin.orElseThrow().start());
        }
        return origin;
    }

    private Diagnostic moved(Diagnostic said, SourceRange at) {
        List<Diagnostic.Note> notes = new ArrayList<>();
        List<Diagnostic.Fix> fixes = new ArrayList<>();
        for (Diagnostic.Note note : said.notes()) {
            moved(note.range()).ifPresent(range -> notes.add(new Diagnostic.Note(range, note.text())));
        }
        for (Diagnostic.Fix fix : said.fixes()) {
            Optional<Diagnostic.Edit> edit = fix.edit()
                    .flatMap(it -> moved(it.range()).map(range -> new Diagnostic.Edit(range, it.replacement())));
            fixes.add(new Diagnostic.Fix(fix.text(), edit));
        }
        return new Diagnostic(said.code(), said.severity(), at, said.message(), notes, fixes);
    }

    private Optional<SourceRange> moved(SourceRange range) {
        return origin(range)
                .filter(it -> it.text() == target)
                .map(it -> Weave.range(target, it.start(), it.start() + range.end() - range.start()));
    }
}
