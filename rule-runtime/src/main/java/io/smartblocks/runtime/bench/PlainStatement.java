package io.smartblocks.runtime.bench;

import io.smartblocks.runtime.evidence.Sha256;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bench's bill in plain Java, written for its one agreement: the same sums, money, evidence digest and bytes of the
 * statement as the rules come to. All that is the same for each agreement is text that is ready.
 */
final class PlainStatement {

    private static final Pattern OPEN = Pattern.compile("<(\\w+)>");
    private static final byte[] EVIDENCE_HEAD =
            ascii("{\"asOfBlock\":1,\"earlier\":[],\"facts\":{},\"indexes\":{},\"meters\":"
                    + "{\"Import Meter\":{\"every\":\"15 MINUTE\",\"from\":\"2026-07-01\",\"pages\":");
    private static final byte[] EVIDENCE_TAIL =
            ascii(",\"to\":\"2026-08-01\",\"unit\":\"kWh\",\"zone\":\"Europe/Dublin\"}},"
                    + "\"occurrences\":[],\"previous\":{}}");

    private final List<byte[]> ready = new ArrayList<>();
    private final List<Part> open = new ArrayList<>();
    private final ClockMask mask;

    PlainStatement(ClockMask mask) {
        this.mask = mask;
        String text = Sample.text("statement.json").strip().replace("{engine}", SettlementEngine.version());
        Matcher parts = OPEN.matcher(text);
        int from = 0;
        while (parts.find()) {
            ready.add(text.substring(from, parts.start()).getBytes(StandardCharsets.UTF_8));
            open.add(Part.valueOf(parts.group(1)));
            from = parts.end();
        }
        ready.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    /** What differs from agreement to agreement, as the text of the statement names it. */
    private enum Part {
        hash,
        evidence,
        day,
        night,
        peak,
        demand,
        standing,
        excess,
        gross,
        net,
        vat,
        nightEnergy,
        peakEnergy,
        energy,
        dayEnergy,
        peakDemand,
        excessDemand
    }

    byte[] of(MeterColumn column, byte[] pages, Sample.Prices prices, int days, String hash) {
        PlainBill bill = PlainBill.of(column, mask, prices, days);
        String[] values = {
            hash,
            evidence(pages),
            bill.day().toPlainString(),
            bill.night().toPlainString(),
            bill.peak().toPlainString(),
            bill.demand().toPlainString(),
            bill.standing().toPlainString(),
            bill.excess().toPlainString(),
            bill.gross().toPlainString(),
            bill.net().toPlainString(),
            bill.vat().toPlainString(),
            shown(bill.nightEnergy()),
            shown(bill.peakEnergy()),
            shown(bill.energy()),
            shown(bill.dayEnergy()),
            shown(bill.peakDemand()),
            shown(bill.excessDemand())
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream(5_000);
        for (int i = 0; i < open.size(); i++) {
            out.writeBytes(ready.get(i));
            out.writeBytes(values[open.get(i).ordinal()].getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(ready.get(open.size()));
        return out.toByteArray();
    }

    private static String evidence(byte[] pages) {
        byte[] all = new byte[EVIDENCE_HEAD.length + pages.length + EVIDENCE_TAIL.length];
        System.arraycopy(EVIDENCE_HEAD, 0, all, 0, EVIDENCE_HEAD.length);
        System.arraycopy(pages, 0, all, EVIDENCE_HEAD.length, pages.length);
        System.arraycopy(EVIDENCE_TAIL, 0, all, all.length - EVIDENCE_TAIL.length, EVIDENCE_TAIL.length);
        return Sha256.of(all);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String shown(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
