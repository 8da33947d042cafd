package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;

/** A due time as written. */
public sealed interface DueSyntax {

    SourceRange at();

    /** {@code within 14 days after settlement}. */
    record Within(TimeSpan span, EventSyntax after, SourceRange at) implements DueSyntax {}

    /** {@code by d}. */
    record By(DateSyntax date, SourceRange at) implements DueSyntax {}

    /** {@code at settlement}. */
    record AtSettlement(SourceRange at) implements DueSyntax {}

    /** What a due time counts from. */
    sealed interface EventSyntax {
        /** {@code settlement}. */
        record Settlement() implements EventSyntax {}

        /** {@code notice}. */
        record Notice() implements EventSyntax {}

        /** {@code the end of P}. */
        record EndOf(Word name) implements EventSyntax {}

        /** {@code clause 2.1 is paid}. */
        record OfClause(Word clause, ClauseEvent event) implements EventSyntax {}
    }
}
