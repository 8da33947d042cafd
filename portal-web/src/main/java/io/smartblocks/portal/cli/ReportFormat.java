package io.smartblocks.portal.cli;

/** The forms in which findings are reported. */
enum ReportFormat {
    TEXT,
    JSON,
    SARIF
}
