package io.smartblocks.portal.registry;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.portal.series.IndexContent;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What values would change: each that is new or another one, beside the one that stands. */
@Component
class ValuesPreview {

    private static final int SHOWN = 200;

    /**
     * One value.
     *
     * @param stands the one that stands now; empty where there is none
     */
    record Row(String when, String value, String stands) {}

    private final StateView ledger;
    private final Words say;

    ValuesPreview(Ledger ledger, Words say) {
        this.ledger = ledger;
        this.say = say;
    }

    ModelAndView on(ModelAndView page, IndexContent content, String index) {
        List<Row> rows = content instanceof IndexContent.Pages pages
                ? ofPages(pages.fresh())
                : ((IndexContent.Values) content)
                        .fresh().stream()
                                .limit(SHOWN)
                                .map(value -> row(new IndexId(index), value))
                                .toList();
        page.addObject("preview", rows);
        page.addObject("previewCount", content.values());
        page.addObject("previewNotes", content.notes());
        return page;
    }

    private Row row(IndexId index, IndexValue value) {
        return new Row(
                say.period(value.from(), value.to()),
                value.value().toPlainString(),
                ledger.state(StateKey.indexValue(index, value.from()), IndexValueState.class)
                        .map(state -> state.value().value().toPlainString())
                        .orElse(""));
    }

    private List<Row> ofPages(List<IndexPage> pages) {
        List<Row> rows = new ArrayList<>();
        for (IndexPage page : pages) {
            var stands = ledger.state(StateKey.indexPage(page.index(), page.day()), IndexPageState.class)
                    .map(IndexPageState::page);
            for (int at = 0; at < page.values().size() && rows.size() < SHOWN; at++) {
                int place = at;
                page.valueAt(at)
                        .map(value -> new Row(
                                say.moment(page.startOf(place)),
                                value.toPlainString(),
                                stands.flatMap(before -> before.valueAt(place))
                                        .map(BigDecimal::toPlainString)
                                        .orElse("")))
                        .ifPresent(rows::add);
            }
        }
        return rows;
    }
}
