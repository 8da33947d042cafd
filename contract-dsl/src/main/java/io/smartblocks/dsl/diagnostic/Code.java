package io.smartblocks.dsl.diagnostic;

/** The stable codes of the language's messages, by theme; the letter is the severity. */
public enum Code {
    E0101("unknown word"),
    E0102("missing full stop"),
    E0103("sentence cannot be read"),
    E0104("unreadable character"),
    E0105("text in quotes not closed"),
    E0106("sentence too deep or too long"),
    E0107("no such day, time or length of time"),
    E0108("sentence in the wrong place"),
    E0110("number too long"),
    E0111("two alphabets in one word"),
    E0201("unknown term"),
    E0202("name given twice"),
    E0203("unknown clause"),
    E0204("wrong kind of thing"),
    E0205("unknown scenario"),
    E0206("cyclic definition"),
    E0207("term never given a value"),
    E0208("estimate that needs itself"),
    E0301("unit mismatch"),
    E0302("payment that is not money"),
    E0303("level mismatch"),
    E0304("nothing to sum up"),
    E0305("sentence without a period"),
    E0306("adjustment that is no amount"),
    E0307("periods that do not fit"),
    E0308("due date that cannot be told"),
    E0309("clause that obliges nobody"),
    E0310("part that cannot be told"),
    E0401("cyclic exceptions"),
    E0402("exception that does nothing"),
    E0403("exceptions without an order"),
    W0404("exceptions that may apply at once"),
    E0501("overlapping cases"),
    W0502("case that can never hold"),
    N0503("cases not proved apart"),
    W0504("sentence that can never apply"),
    E0505("bands in disorder"),
    E0506("table in disorder"),
    W0507("table that ends too early"),
    N0508("payments that leave a gap"),
    E0601("missing required sentence"),
    W0602("required sentence left to its default"),
    E0603("said twice"),
    E0604("unknown time zone"),
    E0605("dates in the wrong order"),
    E0606("unknown calendar of working days"),
    E0607("baseline that cannot be fitted"),
    E0608("corrections that cannot be carried"),
    E0609("no such rate of VAT"),
    W0701("never used"),
    W0702("calendar test of a whole period"),
    W0703("possible division by zero"),
    W0704("guard of one sentence only"),
    N0705("clause without a scenario"),
    W0706("payment that can be below zero"),
    W0707("mixed rounding"),
    W0708("due after the agreement's end"),
    N0709("money rounded only where it is paid"),
    W0710("one meter under two names"),
    W0711("scenario that settles no period"),
    W0712("hours counted like a case"),
    W0713("baseline that accepts any fit"),
    W0731("figure that does not fit the meter's interval"),
    E0801("missing answer"),
    E0802("answer that cannot be read"),
    E0803("answer outside its limits"),
    E0804("answer to no question"),
    E0901("made by a newer version of this program"),
    E0902("compiled form that cannot be read"),
    E0903("amendment without its agreement"),
    E0904("amendment of another version"),
    E0905("versions in the wrong order"),
    E0906("change outside the agreement's life"),
    E0907("nothing to replace or repeal"),
    E0908("repealed but still used"),
    E0909("not signed by the parties"),
    E0910("what an amendment cannot change"),
    E0911("change by days of nothing that changes"),
    E0912("module or template that is not at hand"),
    E0913("module or template with errors"),
    E0914("modules in a circle");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** What the code stands for, in a few words. */
    public String title() {
        return title;
    }

    /** The severity of every diagnostic with this code. */
    public Severity severity() {
        return switch (name().charAt(0)) {
            case 'E' -> Severity.ERROR;
            case 'W' -> Severity.WARNING;
            default -> Severity.NOTE;
        };
    }
}
