package io.smartblocks.portal.lsp;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.editor.Lines;
import io.smartblocks.dsl.editor.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Offsets as positions of the protocol and back. */
record Places(Lines lines) {

    int offset(Position position) {
        return lines.offset(position.getLine(), position.getCharacter());
    }

    Span span(Range range) {
        int start = offset(range.getStart());
        return new Span(start, Math.max(start, offset(range.getEnd())));
    }

    Position position(int offset) {
        Lines.Place place = lines.place(offset);
        return new Position(place.line(), place.character());
    }

    Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    Range range(SourceRange range) {
        return new Range(position(range.start()), position(range.end()));
    }
}
