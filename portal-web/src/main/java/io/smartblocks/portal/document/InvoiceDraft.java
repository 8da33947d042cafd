package io.smartblocks.portal.document;

import java.util.List;

/** An invoice, or why there is none yet. */
sealed interface InvoiceDraft {

    /** The invoice. */
    record Drafted(Invoice invoice) implements InvoiceDraft {}

    /** What is missing or cannot be said, each as a sentence that says how to mend it. */
    record NotDrafted(List<String> reasons) implements InvoiceDraft {
        public NotDrafted {
            reasons = List.copyOf(reasons);
        }
    }
}
