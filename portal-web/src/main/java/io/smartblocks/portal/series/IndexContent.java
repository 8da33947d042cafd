package io.smartblocks.portal.series;

import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Payload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file states of an index, without what stands exactly so already. */
public sealed interface IndexContent {

    /** How many values are new or other ones. */
    int values();

    /** What the user should know of the file although nothing is wrong with it. */
    List<String> notes();

    /** States them where none stand. */
    List<Payload> published();

    /** States them in place of those that stand. */
    List<Payload> corrected(String reason);

    /**
     * Reads a file.
     *
     * @param text {@code from,to,value} for ranges of days, {@code start,value} for several values a day
     * @param source where it lies, for messages
     * @throws SeriesRefused when it cannot be used
     */
    static IndexContent of(String text, String source, String name, IndexState index, StateView ledger) {
        if (index.interval().isPresent()) {
            List<IndexPage> pages = new IndexPageFile(
                            text,
                            source,
                            index.index(),
                            index.interval().get(),
                            index.zone().orElseThrow())
                    .pages();
            return new Pages(
                    pages.stream()
                            .map(page -> changed(page, ledger))
                            .filter(page -> page.missing() < page.values().size())
                            .toList(),
                    pages.stream()
                            .filter(page -> page.missing() > 0)
                            .map(page -> "%s has %d of %d values."
                                    .formatted(
                                            page.day(),
                                            page.values().size() - page.missing(),
                                            page.values().size()))
                            .toList());
        }
        List<IndexValue> values = new IndexFile(text, source, name, Optional.empty()).values();
        return new Values(
                index.index(),
                values.stream()
                        .filter(value -> !stands(value, index.index(), ledger))
                        .toList());
    }

    private static boolean stands(IndexValue value, IndexId index, StateView ledger) {
        return ledger.state(StateKey.indexValue(index, value.from()), IndexValueState.class)
                .map(IndexValueState::value)
                .filter(there -> there.to().equals(value.to()) && there.value().compareTo(value.value()) == 0)
                .isPresent();
    }

    /** The page with those of its values only that do not stand so. */
    private static IndexPage changed(IndexPage page, StateView ledger) {
        Optional<IndexPage> standing = ledger.state(StateKey.indexPage(page.index(), page.day()), IndexPageState.class)
                .map(IndexPageState::page);
        List<@Nullable BigDecimal> values = new ArrayList<>(page.values());
        for (int i = 0; i < values.size(); i++) {
            int place = i;
            Optional<BigDecimal> there = standing.flatMap(before -> before.valueAt(place));
            if (there.isPresent()
                    && page.valueAt(i)
                            .filter(value -> value.compareTo(there.get()) == 0)
                            .isPresent()) {
                values.set(i, null);
            }
        }
        return page.with(values);
    }

    /** Values for ranges of days. */
    record Values(IndexId index, List<IndexValue> fresh) implements IndexContent {

        @Override
        public List<String> notes() {
            return List.of();
        }

        @Override
        public int values() {
            return fresh.size();
        }

        @Override
        public List<Payload> published() {
            return List.of(new PublishIndexValues(index, fresh));
        }

        @Override
        public List<Payload> corrected(String reason) {
            return fresh.stream()
                    .<Payload>map(value -> new CorrectIndexValue(index, value, reason))
                    .toList();
        }
    }

    /** Several values a day, on a page for each day. */
    record Pages(List<IndexPage> fresh, List<String> notes) implements IndexContent {

        @Override
        public int values() {
            return fresh.stream()
                    .mapToInt(page -> page.values().size() - page.missing())
                    .sum();
        }

        @Override
        public List<Payload> published() {
            return fresh.stream().<Payload>map(PublishIndexPage::new).toList();
        }

        @Override
        public List<Payload> corrected(String reason) {
            return fresh.stream()
                    .<Payload>map(page -> new CorrectIndexPage(page, reason))
                    .toList();
        }
    }
}
