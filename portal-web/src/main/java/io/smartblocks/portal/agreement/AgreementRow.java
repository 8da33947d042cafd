package io.smartblocks.portal.agreement;

import java.util.List;

/** An agreement as the list shows it. */
record AgreementRow(
        String id,
        String version,
        String title,
        Stage stage,
        List<Party> parties,
        String next,
        String last,
        String lastLink) {

    /** A party by its term in the text and its name. */
    record Party(String term, String name) {}
}
