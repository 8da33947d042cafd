package io.smartblocks.portal.explorer;

/** A transaction as a table shows it. */
record TransactionRow(
        String id, String link, String happened, String by, String kind, String icon, int batch, boolean chosen) {}
