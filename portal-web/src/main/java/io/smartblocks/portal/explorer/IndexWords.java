package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexPage;

/** Writes what was published of an index in words. */
final class IndexWords {

    private IndexWords() {}

    static void add(Fields to, IndexAction action) {
        if (action instanceof IndexAction.RegisterIndex registered) {
            to.add("index", registered.index().value());
            to.add("label", registered.label());
            to.add("publisher", to.name(registered.publisher()));
            to.add("unit", registered.unit());
        } else if (action instanceof IndexAction.PublishIndexValues published) {
            to.add("index", published.index().value());
            published
                    .values()
                    .forEach(value -> to.labelled(
                            to.say().span(value.from(), value.to()), to.say().number(value.value())));
        } else if (action instanceof IndexAction.PublishIndexPage published) {
            page(to, published.page());
        } else if (action instanceof IndexAction.CorrectIndexPage corrected) {
            page(to, corrected.page());
            to.add("reason", corrected.reason());
        } else if (action instanceof IndexAction.CorrectIndexValue corrected) {
            to.add("index", corrected.index().value());
            to.add("value", to.say().number(corrected.value().value()));
            to.add("reason", corrected.reason());
        }
    }

    static void page(Fields to, IndexPage page) {
        to.add("index", page.index().value());
        to.add("day", to.say().longDay(page.day()));
        to.add("values", to.say().message("payload.readings", page.values().size() - page.missing(), page.missing()));
    }
}
