package io.smartblocks.portal.verify;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.document.Dossiers;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.document.SettlementDocuments;
import io.smartblocks.portal.paper.AgreementPdf;
import io.smartblocks.portal.paper.Paper;
import io.smartblocks.portal.paper.PaperMark;
import io.smartblocks.runtime.run.SignedTexts;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whether a PDF is, byte for byte, the print of something on the ledger: prints that again and compares. */
@Component
class Prints {

    /** What a file is a print of: an agreement by its text, or a settlement. */
    record Printed(Optional<String> text, Optional<SettlementRecord> settlement) {}

    private final ReadModel read;
    private final Dossiers dossiers;

    Prints(ReadModel read, SignedTexts texts) {
        this.read = read;
        this.dossiers = new Dossiers(read, texts);
    }

    /** What a file is a print of; empty where it is no print, or one that was changed. One at a time: printing is work. */
    synchronized Optional<Printed> of(byte[] file) {
        return PaperMark.of(file)
                .flatMap(mark -> mark.kind() == PaperMark.Kind.TEXT
                        ? agreement(file, new Hash(mark.hash()))
                        : settlement(file, new TransactionId(new Hash(mark.hash()))));
    }

    private Optional<Printed> agreement(byte[] file, Hash hash) {
        return read.agreements()
                .document(hash)
                .filter(text -> AgreementText.of(new SourceText("print", text))
                        .map(AgreementPdf::of)
                        .filter(paper -> paper instanceof Paper.Printed printed && Arrays.equals(printed.pdf(), file))
                        .isPresent())
                .map(text -> new Printed(Optional.of(text), Optional.empty()));
    }

    private Optional<Printed> settlement(byte[] file, TransactionId id) {
        return read.chain().transaction(id).stream()
                .filter(found -> found.payload() instanceof CommitSettlement)
                .map(found -> ((CommitSettlement) found.payload()).id())
                .flatMap(known -> read.settlements().settlement(known).stream())
                .filter(record -> new SettlementDocuments(dossiers.of(record)).print() instanceof Made.File made
                        && Arrays.equals(made.content(), file))
                .map(record -> new Printed(Optional.empty(), Optional.of(record)))
                .findFirst();
    }
}
