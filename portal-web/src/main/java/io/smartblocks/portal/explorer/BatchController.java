package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one batch: the transactions that were applied together, and what they wrote. */
@Controller
class BatchController {

    /** A state that was written; without an address where the reader may not see it. */
    record Written(String key, String link, String kind, String icon) {}

    private final ReadModel read;
    private final TransactionRows rows;
    private final VisibleStates access;
    private final Words say;

    BatchController(ReadModel read, TransactionRows rows, VisibleStates access, Words say) {
        this.read = read;
        this.rows = rows;
        this.access = access;
        this.say = say;
    }

    @GetMapping("/blocks/{number}/batches/{place}")
    String batch(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable long number,
            @PathVariable int place,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int written,
            Model model) {
        Block block = Optional.of(number)
                .filter(asked -> asked >= 0 && asked < read.height())
                .flatMap(read.chain()::content)
                .filter(found -> place >= 1 && place <= found.batches().size())
                .orElseThrow(() -> new NotFound("batch " + place + " of block " + number));
        CommittedBatch batch = block.batches().get(place - 1);
        Slice said = new Slice(from, batch.transactions().size());
        Slice wrote = new Slice(written, batch.writes().size());
        int first = before(block, place - 1);
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("explorer.blocks"), "/blocks"),
                        new Step(say.message("pulse.block", say.number(number)), "/blocks/" + number)));
        model.addAttribute("block", read.chain().block(number).orElseThrow());
        model.addAttribute("place", place);
        model.addAttribute("last", block.batches().size());
        model.addAttribute("leaves", block.transactions().size());
        model.addAttribute("firstLeaf", first + 1);
        model.addAttribute("lastLeaf", first + batch.transactions().size());
        model.addAttribute("said", said);
        model.addAttribute(
                "rows",
                rows.rows(
                        user.account(),
                        read.chain().transactionsOf(number, first + said.from(), said.shown()).stream()));
        model.addAttribute("wrote", wrote);
        model.addAttribute("written", written(user.account(), wrote.of(batch.writes())));
        model.addAttribute("address", "/blocks/" + number + "/batches/" + place);
        return "explorer/batch";
    }

    private static int before(Block block, int batch) {
        return block.batches().subList(0, batch).stream()
                .mapToInt(each -> each.transactions().size())
                .sum();
    }

    private List<Written> written(Account reader, List<StateEntry> writes) {
        List<StateKey> keys = writes.stream().map(StateEntry::key).toList();
        Predicate<StateKey> visible = access.ofThose(reader, keys);
        return keys.stream()
                .map(key -> new Written(
                        key.value(),
                        visible.test(key) ? StateAddress.of(key) : "",
                        say.message("kind." + key.kind()),
                        StateKinds.icon(key.kind())))
                .toList();
    }
}
