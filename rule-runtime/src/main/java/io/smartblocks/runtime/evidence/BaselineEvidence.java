package io.smartblocks.runtime.evidence;

import static java.util.Objects.requireNonNull;

import io.smartblocks.runtime.metering.MeterColumn;

/**
 * What a baseline is fitted to: the readings of its meter and of the temperature over the baseline period, with the digests
 * of the ledger's pages they were taken from; where there are none the readings themselves are digested.
 */
public record BaselineEvidence(
        MeterColumn usage, MeterColumn temperature, PageDigests usagePages, PageDigests temperaturePages) {
    public BaselineEvidence {
        requireNonNull(usage, "usage");
        requireNonNull(temperature, "temperature");
        requireNonNull(usagePages, "usagePages");
        requireNonNull(temperaturePages, "temperaturePages");
    }

    /** Readings that no page of a ledger holds. */
    public BaselineEvidence(MeterColumn usage, MeterColumn temperature) {
        this(usage, temperature, PageDigests.NONE, PageDigests.NONE);
    }

    /** SHA-256, in hexadecimal, over the canonical form of the page digests, or of the readings. */
    public String digest() {
        return EvidenceDigest.of(this);
    }
}
