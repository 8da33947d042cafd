package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.Optional;

/** A due time as written. */
public sealed interface DueSyntax {

    SourceRange at();

    /** How long after the due date there is no breach yet. */
    Optional<TimeSpan> grace();

    /** {@code within 14 days after settlement, with 10 days grace}. */
    record Within(TimeSpan span, EventSyntax after, Optional<TimeSpan> grace, SourceRange at) implements DueSyntax {}

    /** {@code by d}. */
    record By(DateSyntax date, Optional<TimeSpan> grace, SourceRange at) implements DueSyntax {}

    /** {@code at settlement}. */
    record AtSettlement(Optional<TimeSpan> grace, SourceRange at) implements DueSyntax {}

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
