package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the fields of each kind of transaction in words. */
@Component
class PayloadWords {

    private final Names names;
    private final Words say;

    PayloadWords(Names names, Words say) {
        this.names = names;
        this.say = say;
    }

    List<Pair> of(Reach reach, Payload payload) {
        Fields fields = new Fields(reach, names, say);
        if (payload instanceof AgreementAction agreement) {
            AgreementWords.add(fields, agreement);
        } else if (payload instanceof StatementAction statement) {
            StatementWords.add(fields, statement);
        } else if (payload instanceof SettlementAction settlement) {
            SettlementWords.add(fields, settlement);
        } else if (payload instanceof MeterAction meter) {
            MeterWords.add(fields, meter);
        } else if (payload instanceof IndexAction index) {
            IndexWords.add(fields, index);
        } else if (payload instanceof MemberAction member) {
            MemberWords.add(fields, member);
        } else if (payload instanceof SiteAction site) {
            SiteWords.add(fields, site);
        } else if (payload instanceof PredictionAction.RecordPrediction prediction) {
            MeterWords.add(fields, prediction.page());
        }
        return fields.all();
    }

    /** The icon of each family. */
    static final Map<String, String> ICONS = Map.of(
            "member", "user",
            "site", "meter",
            "prediction", "facts",
            "meter", "meter",
            "index", "facts",
            "agreement", "agreement",
            "statement", "facts",
            "settlement", "settlement");
}
