package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one batch: the transactions that were applied together, and what they wrote. */
@Controller
class BatchController {

    /** A state that was written; without an address where the reader may not see it. */
    record Written(String key, String link, String kind, String icon) {}

    private final Ledger ledger;
    private final ReadModel read;
    private final TransactionRows rows;
    private final VisibleStates access;
    private final Words say;

    BatchController(Ledger ledger, ReadModel read, TransactionRows rows, VisibleStates access, Words say) {
        this.ledger = ledger;
        this.read = read;
        this.rows = rows;
        this.access = access;
        this.say = say;
    }

    @GetMapping("/blocks/{number}/batches/{place}")
    String batch(
            @AuthenticationPrincipal SignedIn user, @PathVariable long number, @PathVariable int place, Model model) {
        Block block = ledger.block(number)
                .filter(found -> number < read.height()
                        && place >= 1
                        && place <= found.batches().size())
                .orElseThrow(() -> new NotFound("batch " + place + " of block " + number));
        CommittedBatch batch = block.batches().get(place - 1);
        List<TransactionSummary> transactions = read.chain().transactionsOf(number);
        int first = (int) transactions.stream()
                .filter(each -> each.place().batch() < place - 1)
                .count();
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("explorer.blocks"), "/blocks"),
                        new Step(say.message("pulse.block", say.number(number)), "/blocks/" + number)));
        model.addAttribute("block", read.chain().block(number).orElseThrow());
        model.addAttribute("place", place);
        model.addAttribute("last", block.batches().size());
        model.addAttribute("leaves", transactions.size());
        model.addAttribute("firstLeaf", first + 1);
        model.addAttribute("lastLeaf", first + batch.transactions().size());
        model.addAttribute(
                "rows",
                transactions.stream()
                        .filter(each -> each.place().batch() == place - 1)
                        .map(each -> rows.row(each, ""))
                        .toList());
        model.addAttribute("written", written(user.account(), batch.writes()));
        return "explorer/batch";
    }

    private List<Written> written(Account reader, List<StateEntry> writes) {
        return writes.stream()
                .map(StateEntry::key)
                .map(key -> new Written(
                        key.value(),
                        access.maySee(reader, key) ? StateAddress.of(key) : "",
                        say.message("kind." + key.kind()),
                        StateKinds.icon(key.kind())))
                .toList();
    }
}
