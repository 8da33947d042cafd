package io.smartblocks.portal.document;

import io.smartblocks.portal.document.Dossier.Settled;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Document;
import java.util.List;
import java.util.stream.Stream;

/** Prints what a settlement that was made again takes back, what stands instead, and the difference. */
record CorrectionPrint(Dossier dossier, Html page) {

    void print() {
        dossier.before().ifPresent(this::print);
    }

    private void print(Settled before) {
        List<Document> taken = before.statement().documents();
        List<Document> now = dossier.statement().documents();
        page.heading(2, "correction", "What this corrects");
        page.element(
                "p",
                "This is revision %d. It takes back all documents of revision %d, settled on %s; what was paid for them counts."
                        .formatted(
                                dossier.settled().commit().revision(),
                                before.commit().revision(),
                                Figures.day(before.statement().settledOn())));
        page.table(
                List.of(
                        "What",
                        "Who pays whom",
                        "Net",
                        "VAT",
                        "Total " + dossier.statement().currency()),
                Stream.of(
                                taken.stream().map(each -> row("Taken back", each, true)),
                                now.stream().map(each -> row("Instead", each, false)),
                                Correction.of(taken, now, setOff(taken) && setOff(now)).stream()
                                        .map(this::difference))
                        .flatMap(rows -> rows)
                        .toList(),
                2);
    }

    /** Whether no two parties pay each other by two documents, so that their documents make a pair whoever pays. */
    private static boolean setOff(List<Document> documents) {
        return documents.stream()
                .noneMatch(one -> documents.stream()
                        .anyMatch(other ->
                                one.payer().equals(other.payee()) && one.payee().equals(other.payer())));
    }

    private List<String> row(String what, Document document, boolean back) {
        return List.of(
                what,
                pays(document.payer(), document.payee()),
                Figures.money(back ? document.net().negate() : document.net()),
                Figures.money(back ? document.vatTotal().negate() : document.vatTotal()),
                Figures.money(back ? document.gross().negate() : document.gross()));
    }

    private List<String> difference(Correction correction) {
        return List.of(
                "Difference",
                pays(correction.payer(), correction.payee()),
                Figures.money(correction.net()),
                Figures.money(correction.vatTotal()),
                Figures.money(correction.gross()));
    }

    private String pays(String payer, String payee) {
        return dossier.party(payer).name() + " pays " + dossier.party(payee).name();
    }
}
