package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.document.Dossiers;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.document.SettlementDocuments;
import io.smartblocks.runtime.run.SignedTexts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The documents of a settlement by the names of their files. */
@Component
public class SettlementFiles {

    private final ReadModel read;
    private final SignedTexts texts;

    SettlementFiles(ReadModel read, SignedTexts texts) {
        this.read = read;
        this.texts = texts;
    }

    /** The file, or why it is not made; empty when a settlement has no document of that name. */
    public Optional<Made> of(SettlementRecord record, String file) {
        return DocumentName.of(file)
                .flatMap(name -> name.make(new SettlementDocuments(new Dossiers(read, texts).of(record))));
    }
}
