package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** One sentence of an agreement, or the several sentences of one clause or scenario, as written. */
public sealed interface Sentence {

    SourceRange at();

    /** {@code contract "…" version 1.1 from template "…" version 2.0, in place of version 1.0 from 1 July 2029}. */
    record Heading(Head head, Optional<DateSyntax> effective, SourceRange at) implements Sentence {}

    /** {@code amendment 1 to "…" version 1.0 gives version 1.1, effective 1 July 2029, signed by ESCO, Client}. */
    record AmendmentHeading(Word title, Word from, Word to, DateSyntax effective, List<Word> signedBy, SourceRange at)
            implements Sentence {
        public AmendmentHeading {
            signedBy = List.copyOf(signedBy);
        }
    }

    /** {@code replace } and the sentence that takes the place of another. */
    record Replace(Sentence by, SourceRange at) implements Sentence {}

    /** {@code repeal clause 6.2}; a setting is named by its kind. */
    record Repeal(What what, Word name, SourceRange at) implements Sentence {
        /** What is repealed. */
        public enum What {
            CLAUSE,
            TERM,
            SCENARIO,
            VAT,
            SETTING
        }
    }

    /** {@code uses "…" version 1.2}: the definitions of a module. */
    record Uses(Word title, Word version, SourceRange at) implements Sentence {}

    /** {@code in force from d to d}. */
    record InForce(DateSyntax from, DateSyntax to, SourceRange at) implements Sentence {}

    /** {@code governed by "…"}. */
    record Law(Word law, SourceRange at) implements Sentence {}

    /** {@code time zone "…"}. */
    record Zone(Word zone, SourceRange at) implements Sentence {}

    /** {@code working days follow "…"}. */
    record WorkingDays(Word calendar, SourceRange at) implements Sentence {}

    /** {@code money is rounded half up to 0.01 EUR}. */
    record MoneyRounding(RoundingSyntax rounding, SourceRange at) implements Sentence {}

    /** {@code due dates roll to the next working day}. */
    record Roll(Settings.Roll roll, SourceRange at) implements Sentence {}

    /** {@code payments of one settlement are set off}. */
    record SetOff(SourceRange at) implements Sentence {}

    /** {@code corrections of P [from 3 months after its end] are carried to Q}. */
    record CarriedCorrections(Word of, Optional<TimeSpan> after, Word to, SourceRange at) implements Sentence {}

    /** A sentence that gives a Term its meaning. */
    sealed interface Naming extends Sentence {
        Word name();
    }

    /** {@code party X is "…"}. */
    record Party(Word name, Word legalName, SourceRange at) implements Naming {}

    /** {@code meter M reads kWh every 15 minutes from "…"}. */
    record Meter(
            Word name,
            boolean register,
            UnitSyntax unit,
            TimeSpan every,
            Word id,
            Optional<ExprSyntax.Figure> rollsOverAt,
            SourceRange at)
            implements Naming {}

    /** {@code index I is published in u every 1 month by "…"}. */
    record Index(Word name, UnitSyntax unit, TimeSpan every, Word publisher, SourceRange at) implements Naming {}

    /** {@code period P is every 1 month from d, settled 5 working days after its end}. */
    record Period(Word name, TimeSpan every, DateSyntax from, Optional<TimeSpan> settledAfter, SourceRange at)
            implements Naming {}

    /** {@code season S is 1 November to 31 March}. */
    record Season(Word name, MonthDay from, MonthDay to, SourceRange at) implements Naming {}

    /** {@code fact F in u each P is q unless A states and B confirms another value}. */
    record Fact(
            Word name,
            UnitSyntax unit,
            Optional<Word> each,
            ExprSyntax.Figure initial,
            Word statedBy,
            List<Word> confirmedBy,
            SourceRange at)
            implements Naming {
        public Fact {
            confirmedBy = List.copyOf(confirmedBy);
        }
    }

    /** {@code adjustment A in kWh per day, proposed by X, confirmed by Y}. */
    record Adjustment(Word name, UnitSyntax unit, Word proposedBy, List<Word> confirmedBy, SourceRange at)
            implements Naming {
        public Adjustment {
            confirmedBy = List.copyOf(confirmedBy);
        }
    }

    /** {@code baseline B of M is fitted by "…" from d to d with T, accepted when c}. */
    record Baseline(
            Word name,
            Word meter,
            Word method,
            DateSyntax from,
            DateSyntax to,
            List<Word> with,
            Optional<ConditionSyntax> acceptedWhen,
            SourceRange at)
            implements Naming {
        public Baseline {
            with = List.copyOf(with);
        }
    }

    /** {@code event E has F in u, G in v, reported by A}. */
    record Event(Word name, List<FigureSyntax> figures, Word reportedBy, SourceRange at) implements Naming {
        public Event {
            figures = List.copyOf(figures);
        }

        /** One figure of an event. */
        public record FigureSyntax(Word name, UnitSyntax unit) {}
    }

    /** {@code parameter X in u, at least q, described as "…"}. */
    record Parameter(
            Word name,
            ParameterKind kind,
            Optional<ExprSyntax.Figure> atLeast,
            Optional<ExprSyntax.Figure> atMost,
            Optional<Word> description,
            SourceRange at)
            implements Naming {}

    /** What a parameter asks for, as written. */
    sealed interface ParameterKind {
        /** {@code in %}. */
        record Quantity(UnitSyntax unit) implements ParameterKind {}

        /** {@code is a date}. */
        record Date() implements ParameterKind {}

        /** {@code is a party}. */
        record Party() implements ParameterKind {}

        /** {@code is a meter that reads kWh every 15 minutes}; a register may roll over. */
        record Meter(UnitSyntax unit, TimeSpan every, boolean register, Optional<ExprSyntax.Figure> rollsOverAt)
                implements ParameterKind {}
    }

    /** {@code asset Coin is counted in coins, down to 0.01 coins}. */
    record Asset(Word name, UnitSyntax unit, Optional<ExprSyntax.Figure> downTo, SourceRange at) implements Naming {}

    /** {@code X is …}, or {@code table X …}. */
    record Definition(Word name, ValueSyntax value, List<LimitSyntax> limits, SourceRange at) implements Naming {
        public Definition {
            limits = List.copyOf(limits);
        }
    }

    /** {@code X starts at 0 EUR}. */
    record Start(Word name, ExprSyntax value, SourceRange at) implements Sentence {}

    /** {@code Start Date is 1 January 2027}: the answer to a template's question for a day. */
    record Dated(Word name, Word day, SourceRange at) implements Naming {}

    /** {@code clause 2.1 "…" is an exception to clause 1: …}. */
    record Clause(
            Word number,
            Word title,
            List<Word> exceptionTo,
            List<ProvisionSyntax> provisions,
            Optional<Word> prose,
            SourceRange at)
            implements Sentence {
        public Clause {
            exceptionTo = List.copyOf(exceptionTo);
            provisions = List.copyOf(provisions);
        }
    }

    /** One sentence of a clause as written. */
    record ProvisionSyntax(List<GuardSyntax> guards, EffectSyntax effect, SourceRange at) {
        public ProvisionSyntax {
            guards = List.copyOf(guards);
        }
    }

    /** {@code when c,}, {@code unless c,} or {@code for each P,}. */
    record GuardSyntax(Optional<ConditionSyntax> condition, boolean unless, Optional<Word> forEach, SourceRange at) {}

    /** {@code clause 6 survives the end of this agreement for 5 years}. */
    record Survival(List<Word> clauses, Optional<TimeSpan> span, SourceRange at) implements Sentence {
        public Survival {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code VAT at 9 % is added to clause 2.1}. */
    record Vat(ExprSyntax rate, List<Word> clauses, SourceRange at) implements Sentence {
        public Vat {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code when readings of A, B are missing: …}. */
    record Gaps(List<Word> meters, List<GapSyntax> arms, SourceRange at) implements Sentence {
        public Gaps {
            meters = List.copyOf(meters);
            arms = List.copyOf(arms);
        }
    }

    /** {@code scenario "…" like "…": …}. */
    record Story(Word name, Optional<Word> like, Optional<Word> after, List<StepSyntax> steps, SourceRange at)
            implements Sentence {
        public Story {
            steps = List.copyOf(steps);
        }
    }

    /** A sentence that could not be read; what it would have named is known all the same, so that it hides nothing. */
    record Unread(Optional<Word> names, SourceRange at) implements Sentence {}
}
