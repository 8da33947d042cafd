package io.smartblocks.portal.energy;

/** A meter as a list shows it. */
record MeterRow(
        String id,
        String label,
        String site,
        String energy,
        String icon,
        String unit,
        String last,
        String lastDay,
        String mood,
        String stateIcon,
        String state) {}
