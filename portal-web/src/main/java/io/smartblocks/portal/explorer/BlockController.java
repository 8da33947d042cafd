package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.BlockSummary;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of blocks and the page of one. */
@Controller
class BlockController {

    private static final int PAGE = 25;
    private static final int STRIP = 6;
    private static final int BEFORE = 3;

    /** The transactions of one signer that were committed together. */
    record BatchRow(int number, String from, int transactions) {}

    private final ReadModel read;
    private final TransactionRows rows;
    private final ChannelPage channel;
    private final Names names;
    private final Words say;

    BlockController(ReadModel read, TransactionRows rows, ChannelPage channel, Names names, Words say) {
        this.channel = channel;
        this.read = read;
        this.rows = rows;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/blocks")
    String list(@RequestParam(defaultValue = "0") long before, Model model) {
        List<BlockSummary> blocks =
                before > 0 ? read.chain().blocks(before, PAGE) : read.chain().blocks(PAGE);
        boolean more = blocks.size() == PAGE && blocks.get(PAGE - 1).number() > 0;
        model.addAttribute("blocks", blocks);
        model.addAttribute(
                "older", more ? "/blocks?before=" + blocks.get(PAGE - 1).number() : "");
        model.addAttribute("height", read.height());
        return "explorer/blocks";
    }

    @GetMapping("/blocks/{number}")
    String block(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable long number,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        BlockSummary block = read.chain().block(number).orElseThrow(() -> new NotFound("block " + number));
        Slice slice = new Slice(from, block.transactions());
        List<TransactionSummary> shown = read.chain().transactionsOf(number, slice.from(), slice.shown());
        long height = read.height();
        model.addAttribute("trail", List.of(new Step(say.message("explorer.blocks"), "/blocks")));
        model.addAttribute("block", block);
        model.addAttribute("signer", names.of(block.signer()));
        model.addAttribute("followed", height - 1 - number);
        model.addAttribute("newest", height - 1);
        model.addAttribute("proof", true);
        model.addAttribute("strip", strip(number, height));
        model.addAttribute("rows", rows.rows(user.account(), shown.stream()));
        model.addAttribute("slice", slice);
        model.addAttribute("address", "/blocks/" + number);
        model.addAttribute("batches", batches(number, shown));
        channel.show(user.account(), block, model);
        return "explorer/block";
    }

    /** Six neighbouring blocks in the order of the chain, the chosen one as near the middle as it can be. */
    private List<BlockSummary> strip(long number, long height) {
        long first = Math.max(0, Math.min(number - BEFORE, height - STRIP));
        List<BlockSummary> strip = new ArrayList<>(read.chain().blocks(first + STRIP, STRIP));
        Collections.reverse(strip);
        return strip;
    }

    /** The batches to which these transactions belong. */
    private List<BatchRow> batches(long block, List<TransactionSummary> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        int first = shown.get(0).place().batch();
        int last = shown.get(shown.size() - 1).place().batch();
        return read.chain().batchesOf(block, first, last).stream()
                .map(batch -> new BatchRow(batch.number(), names.of(batch.organisation()), batch.transactions()))
                .toList();
    }
}
