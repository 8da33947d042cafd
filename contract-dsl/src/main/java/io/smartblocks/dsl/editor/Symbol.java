package io.smartblocks.dsl.editor;

/** Something that a text names: a Term or thing, a clause by its number, a scenario by its title. */
record Symbol(Kind kind, String name) {

    /** What is named; numbers of clauses are texts, so that 3.1 and 3.10 differ. */
    enum Kind {
        TERM,
        CLAUSE,
        SCENARIO
    }
}
