package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** A thing the agreement names: parties, meters, indexes, periods, seasons, facts, parameters. */
public sealed interface Declaration {

    String name();

    SourceRange at();

    /** {@code party ESCO is "…"}; no legal name while it is a template's parameter. */
    record Party(String name, Optional<String> legalName, SourceRange at) implements Declaration {}

    /**
     * {@code meter M reads kWh every 15 minutes from "meter/…"}; a register is cumulative and may roll over. No id while
     * it is a template's parameter.
     */
    record Meter(
            String name,
            Unit unit,
            TimeSpan every,
            Optional<String> id,
            boolean register,
            Optional<Expr.Constant> rollsOverAt,
            SourceRange at)
            implements Declaration {}

    /** {@code index I is published in EUR per kWh every 1 month by "…"}. */
    record Index(String name, Unit unit, TimeSpan every, String publisher, SourceRange at) implements Declaration {}

    /** {@code period P is every 1 month from d, settled 5 working days after its end}. */
    record Period(String name, TimeSpan every, LocalDate from, Optional<TimeSpan> settledAfter, SourceRange at)
            implements Declaration {}

    /** {@code season Winter is 1 November to 31 March}, both days included, may wrap the year's end. */
    record Season(String name, MonthDay from, MonthDay to, SourceRange at) implements Declaration {}

    /** {@code fact F in hours [each P] is 0 hours, stated by A, confirmed by B}. */
    record Fact(
            String name,
            Unit unit,
            Optional<String> each,
            Expr.Constant initial,
            String statedBy,
            List<String> confirmedBy,
            SourceRange at)
            implements Declaration {
        public Fact {
            confirmedBy = List.copyOf(confirmedBy);
        }
    }

    /** {@code parameter Deadband in %, at least 0 %, at most 10 %, described as "…"}: what a form asks for. */
    record Parameter(
            String name,
            Kind kind,
            Optional<Expr.Constant> atLeast,
            Optional<Expr.Constant> atMost,
            Optional<String> description,
            SourceRange at)
            implements Declaration {

        /** What kind of answer is asked. */
        public sealed interface Kind {
            /** A figure in a unit. */
            record Quantity(Unit unit) implements Kind {}

            /** A local day. */
            record Date() implements Kind {}

            /** A party. */
            record Party() implements Kind {}

            /** A meter, whatever its readings are. */
            sealed interface Metered extends Kind {
                Unit unit();

                TimeSpan every();
            }

            /** A meter that reads a unit every so often. */
            record Meter(Unit unit, TimeSpan every) implements Metered {}

            /** A meter that counts on, and may roll over. */
            record Register(Unit unit, TimeSpan every, Optional<Expr.Constant> rollsOverAt) implements Metered {}
        }
    }

    /**
     * {@code adjustment A in kWh per day, proposed by X, confirmed by Y}: a non-routine adjustment (IPMVP), an amount a day
     * or a lump; several add up.
     */
    record Adjustment(String name, Unit unit, String proposedBy, List<String> confirmedBy, SourceRange at)
            implements Declaration {
        public Adjustment {
            confirmedBy = List.copyOf(confirmedBy);
        }

        /** True if it counts for each day that it lasts; false for a single amount. */
        public boolean isPerDay() {
            return Integer.valueOf(-1).equals(unit.dimensions().get("day"));
        }
    }

    /**
     * {@code baseline B of M is fitted by "CalTRACK daily" from d to d with Outdoor Temperature, accepted when CVRMSE is at
     * most 25 %}: what meter M would have read without the measures, reading by reading.
     */
    record Baseline(
            String name,
            String meter,
            Method method,
            LocalDate from,
            LocalDate to,
            List<String> with,
            List<Gate> acceptedWhen,
            SourceRange at)
            implements Declaration {
        public Baseline {
            with = List.copyOf(with);
            acceptedWhen = List.copyOf(acceptedWhen);
        }

        /** How a baseline is fitted. */
        public enum Method {
            CALTRACK_DAILY("CalTRACK daily"),
            CALTRACK_DAILY_GAS("CalTRACK daily for gas"),
            CALTRACK_BILLING("CalTRACK billing"),
            CALTRACK_BILLING_GAS("CalTRACK billing for gas"),
            SLR("SLR"),
            THREE_PARAMETER_HEATING("three-parameter heating"),
            THREE_PARAMETER_COOLING("three-parameter cooling"),
            FOUR_PARAMETER("four-parameter"),
            FIVE_PARAMETER("five-parameter"),
            HDD_CDD("HDD-CDD"),
            HDD("HDD"),
            CDD("CDD");

            private final String words;

            Method(String words) {
                this.words = words;
            }

            /** As a text names it. */
            public String words() {
                return words;
            }

            /** True if it takes the energy of each day, false if that of billing periods. */
            public boolean isDaily() {
                return this != CALTRACK_BILLING && this != CALTRACK_BILLING_GAS;
            }

            /** True if a reading of zero is one: a burner may be off, electricity hardly ever is. */
            public boolean countsZero() {
                return this == CALTRACK_DAILY_GAS || this == CALTRACK_BILLING_GAS;
            }
        }

        /** A limit on how well the fit must explain the baseline period. */
        public record Gate(Statistic statistic, Condition.Compare.Relation relation, Expr.Constant limit) {}

        /** The statistics of a fit (ASHRAE Guideline 14). */
        public enum Statistic {
            CVRMSE,
            NMBE,
            R2
        }
    }

    /** {@code asset Green Certificate is counted in certificates}: in whole ones, or down to a part of one. */
    record Asset(String name, Unit unit, Optional<Expr.Constant> downTo, SourceRange at) implements Declaration {}

    /**
     * {@code event Session has Energy in kWh, Idle Time in minutes, reported by Operator}: what happens at some moment, with
     * the figures reported of it.
     */
    record Event(String name, List<Figure> figures, String reportedBy, SourceRange at) implements Declaration {
        public Event {
            figures = List.copyOf(figures);
        }

        /** One figure of an event. */
        public record Figure(String name, Unit unit) {}
    }
}
