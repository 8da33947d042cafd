package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import org.springframework.stereotype.Component;

/** Writes what stands on the ledger in words: the fields that people read first, then the many values behind them. */
@Component
class StateWords {

    private final Names names;
    private final Words say;

    StateWords(Names names, Words say) {
        this.names = names;
        this.say = say;
    }

    Fields of(Reach reach, State state) {
        Fields to = new Fields(reach, names, say);
        if (state instanceof AgreementState agreement) {
            AgreementStateWords.add(to, agreement);
        } else if (state instanceof StatementState stated) {
            AgreementStateWords.add(to, stated);
        } else if (state instanceof DocumentState document) {
            AgreementStateWords.add(to, document);
        } else if (state instanceof ReputationEvent event) {
            ReputationWords.add(to, event);
        } else if (state instanceof ReadingsState readings) {
            PageWords.add(to, readings);
        } else if (state instanceof PredictionState prediction) {
            PageWords.add(to, prediction);
        } else if (state instanceof IndexPageState page) {
            PageWords.add(to, page);
        } else if (state instanceof LedgerState ledger) {
            to.add("ledger", ledger.name());
            to.add("founder", to.name(ledger.founder()), "/parties/" + ledger.founder());
        } else if (!SettlementStateWords.add(to, state)) {
            RegistryWords.add(to, state);
        }
        return to;
    }
}
