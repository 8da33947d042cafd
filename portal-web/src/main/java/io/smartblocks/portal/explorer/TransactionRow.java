package io.smartblocks.portal.explorer;

/** A transaction as a table shows it; without a link where what it said is not for the reader. */
record TransactionRow(String id, String link, String happened, String by, String kind, String icon, int batch) {}
