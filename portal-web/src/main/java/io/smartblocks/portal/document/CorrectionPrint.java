package io.smartblocks.portal.document;

import io.smartblocks.runtime.settlement.Corrected;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Document;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Prints what a settlement that was made again takes back, what stands instead, and the difference. */
record CorrectionPrint(Dossier dossier, Html page) {

    void print() {
        dossier.statement().corrected().ifPresent(this::print);
    }

    private void print(Corrected corrected) {
        page.heading(2, "correction", "What this corrects");
        page.element(
                "p",
                "Revision %d was settled again on %s. What it made payable is taken back; what was paid for it counts on."
                        .formatted(corrected.revision(), Figures.day(corrected.on())));
        page.table(
                List.of(
                        "What",
                        "Who pays whom",
                        "Net",
                        "VAT",
                        "Total " + dossier.statement().currency()),
                Stream.of(
                                corrected.reversals().stream().map(back -> row("Taken back", back)),
                                dossier.statement().documents().stream().map(this::instead),
                                corrected.differences().stream()
                                        .map(each -> row("Difference, due " + Figures.day(each.due()), each.payable())))
                        .flatMap(rows -> rows)
                        .toList(),
                2);
    }

    private List<String> instead(Document now) {
        return row("Instead", now.payer(), now.payee(), now.net(), now.vatTotal(), now.gross());
    }

    private List<String> row(String what, Correction payable) {
        return row(what, payable.payer(), payable.payee(), payable.net(), payable.vatTotal(), payable.gross());
    }

    private List<String> row(
            String what, String payer, String payee, BigDecimal net, BigDecimal vat, BigDecimal gross) {
        return List.of(
                what,
                dossier.party(payer).name() + " pays " + dossier.party(payee).name(),
                Figures.money(net),
                Figures.money(vat),
                Figures.money(gross));
    }
}
