package io.smartblocks.runtime.evidence;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.MeterColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything a settlement may know, as of one block of the ledger; keyed by the names that the agreement uses.
 *
 * @param columns readings by meter, from the earliest day the agreement looks back to until the end of the period
 * @param previous settled values of terms one period earlier
 * @param earlier lines of documents already made under the agreement
 * @param partsPaid what was paid of clauses whose parts fall due on different days
 * @param events what was reported, by event, earliest first; an event without a list has no source of reports
 * @param duties duties of earlier settlements that are no payments
 * @param ended the last day in force, where a party has ended the agreement
 * @param baselines what each baseline is fitted to that is not given as a column
 * @param pageDigests the digests of the ledger's pages by meter; where there is none the readings themselves are digested
 */
public record Evidence(
        long asOfBlock,
        SortedMap<String, MeterColumn> columns,
        SortedMap<String, List<IndexValue>> indexes,
        SortedMap<String, List<FactValue>> facts,
        SortedMap<String, List<AdjustmentValue>> adjustments,
        SortedMap<String, Exact> previous,
        List<SettledLine> earlier,
        List<Occurrence> occurrences,
        List<PartPaid> partsPaid,
        SortedMap<String, List<ReportedEvent>> events,
        List<SettledDuty> duties,
        Optional<LocalDate> ended,
        SortedMap<String, BaselineEvidence> baselines,
        SortedMap<String, PageDigests> pageDigests) {

    public Evidence {
        columns = frozen(columns);
        indexes = frozen(indexes);
        facts = frozen(facts);
        adjustments = frozen(adjustments);
        previous = frozen(previous);
        earlier = List.copyOf(earlier);
        occurrences = List.copyOf(occurrences);
        partsPaid = List.copyOf(partsPaid);
        events = frozen(events);
        duties = List.copyOf(duties);
        baselines = frozen(baselines);
        pageDigests = frozen(pageDigests);
    }

    /** Evidence as of a block, still empty. */
    public static Builder asOf(long block) {
        return new Builder(block);
    }

    /** SHA-256, in hexadecimal, over the canonical form of the page digests and values. */
    public String digest() {
        return EvidenceDigest.of(this);
    }

    /** When what fell due under a clause on a day was paid, as far as it was. */
    public Optional<LocalDate> paidOn(String clause, LocalDate periodFrom, LocalDate due) {
        return isPaidInParts(clause, periodFrom)
                ? parts(clause, periodFrom)
                        .filter(part -> part.due().equals(due))
                        .map(PartPaid::on)
                        .max(Comparator.naturalOrder())
                : occurrences.stream()
                        .filter(each -> each.event() == ClauseEvent.PAID
                                && each.clause().equals(clause)
                                && each.periodFrom().equals(periodFrom))
                        .map(Occurrence::on)
                        .max(Comparator.naturalOrder());
    }

    /** True if it is told of each part of a clause by itself when it was paid. */
    public boolean isPaidInParts(String clause, LocalDate periodFrom) {
        return parts(clause, periodFrom).findAny().isPresent();
    }

    private Stream<PartPaid> parts(String clause, LocalDate periodFrom) {
        return partsPaid.stream()
                .filter(part ->
                        part.clause().equals(clause) && part.periodFrom().equals(periodFrom));
    }

    /** The same evidence, as if it had been gathered as of another block. */
    public Evidence asIfOf(long block) {
        return new Evidence(
                block,
                columns,
                indexes,
                facts,
                adjustments,
                previous,
                earlier,
                occurrences,
                partsPaid,
                events,
                duties,
                ended,
                baselines,
                pageDigests);
    }

    /** The same evidence for a period whose predecessor was not looked up. */
    public Evidence withoutPrevious() {
        if (previous.isEmpty()) {
            return this;
        }
        return new Evidence(
                asOfBlock,
                columns,
                indexes,
                facts,
                adjustments,
                new TreeMap<>(),
                earlier,
                occurrences,
                partsPaid,
                events,
                duties,
                ended,
                baselines,
                pageDigests);
    }

    private static <V> SortedMap<String, V> frozen(Map<String, V> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Gathers evidence piece by piece. */
    public static final class Builder {
        private final long asOfBlock;
        private final SortedMap<String, MeterColumn> columns = new TreeMap<>();
        private final SortedMap<String, List<IndexValue>> indexes = new TreeMap<>();
        private final SortedMap<String, List<FactValue>> facts = new TreeMap<>();
        private final SortedMap<String, List<AdjustmentValue>> adjustments = new TreeMap<>();
        private final SortedMap<String, Exact> previous = new TreeMap<>();
        private final List<SettledLine> earlier = new ArrayList<>();
        private final List<Occurrence> occurrences = new ArrayList<>();
        private final List<PartPaid> partsPaid = new ArrayList<>();
        private final SortedMap<String, List<ReportedEvent>> events = new TreeMap<>();
        private final List<SettledDuty> duties = new ArrayList<>();
        private Optional<LocalDate> ended = Optional.empty();
        private final SortedMap<String, BaselineEvidence> baselines = new TreeMap<>();
        private final SortedMap<String, PageDigests> pageDigests = new TreeMap<>();

        private Builder(long asOfBlock) {
            this.asOfBlock = asOfBlock;
        }

        /** The readings of a meter. */
        public Builder column(String meter, MeterColumn column) {
            columns.put(requireNonNull(meter, "meter"), requireNonNull(column, "column"));
            return this;
        }

        /** The readings of a meter, with the digests of the ledger's pages they were taken from. */
        public Builder column(String meter, MeterColumn column, PageDigests pages) {
            pageDigests.put(meter, requireNonNull(pages, "pages"));
            return column(meter, column);
        }

        /** The values of an index by days; where two overlap the later one counts. */
        public Builder index(String index, List<IndexValue> values) {
            indexes.put(requireNonNull(index, "index"), List.copyOf(values));
            return this;
        }

        /** The states of a fact, earliest first. */
        public Builder fact(String fact, List<FactValue> values) {
            facts.put(requireNonNull(fact, "fact"), List.copyOf(values));
            return this;
        }

        /** The confirmed values of an adjustment; they add up. */
        public Builder adjustment(String adjustment, List<AdjustmentValue> values) {
            adjustments.put(requireNonNull(adjustment, "adjustment"), List.copyOf(values));
            return this;
        }

        /** What a term was settled at one period earlier. */
        public Builder previous(String term, Exact value) {
            previous.put(requireNonNull(term, "term"), requireNonNull(value, "value"));
            return this;
        }

        /** A line of an earlier document. */
        public Builder earlier(SettledLine line) {
            earlier.add(requireNonNull(line, "line"));
            return this;
        }

        /** Something that happened to a clause. */
        public Builder occurrence(Occurrence occurrence) {
            occurrences.add(requireNonNull(occurrence, "occurrence"));
            return this;
        }

        /** A part of what is due under a clause was paid. */
        public Builder partPaid(PartPaid part) {
            partsPaid.add(requireNonNull(part, "part"));
            return this;
        }

        /** All that was reported of an event; none of it is told apart by the order in which it is given. */
        public Builder events(String event, List<ReportedEvent> reported) {
            events.put(
                    requireNonNull(event, "event"),
                    reported.stream()
                            .sorted(Comparator.comparing(ReportedEvent::at)
                                    .thenComparing(each -> each.figures().toString()))
                            .toList());
            return this;
        }

        /** A duty of an earlier settlement. */
        public Builder duty(SettledDuty duty) {
            duties.add(requireNonNull(duty, "duty"));
            return this;
        }

        /** What a baseline is fitted to. */
        public Builder baseline(String baseline, BaselineEvidence readings) {
            baselines.put(requireNonNull(baseline, "baseline"), requireNonNull(readings, "readings"));
            return this;
        }

        /** The last day in force of an agreement that a party has ended. */
        public Builder ended(LocalDate lastDay) {
            ended = Optional.of(lastDay);
            return this;
        }

        public Evidence build() {
            return new Evidence(
                    asOfBlock,
                    columns,
                    indexes,
                    facts,
                    adjustments,
                    previous,
                    earlier,
                    occurrences,
                    partsPaid,
                    events,
                    duties,
                    ended,
                    baselines,
                    pageDigests);
        }
    }
}
