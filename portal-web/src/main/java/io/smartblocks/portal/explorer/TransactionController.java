package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.Causes;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one transaction: what it said, who signed it, what it wrote. */
@Controller
class TransactionController {

    private final ReadModel read;
    private final Endorsements endorsements;
    private final WriteSet writes;
    private final ChannelPage channel;
    private final PayloadWords payloads;
    private final TransactionRows rows;
    private final PayloadAccess access;
    private final Access reaches;
    private final Causes causes;
    private final Names names;
    private final Words say;

    TransactionController(
            ReadModel read,
            Endorsements endorsements,
            WriteSet writes,
            ChannelPage channel,
            PayloadWords payloads,
            TransactionRows rows,
            PayloadAccess access,
            Access reaches,
            Causes causes,
            Names names,
            Words say) {
        this.read = read;
        this.endorsements = endorsements;
        this.writes = writes;
        this.channel = channel;
        this.payloads = payloads;
        this.rows = rows;
        this.access = access;
        this.reaches = reaches;
        this.causes = causes;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/transactions/{id}")
    String transaction(@AuthenticationPrincipal SignedIn user, @PathVariable String id, Model model) {
        TransactionDetail detail = find(id).orElseThrow(() -> new NotFound("transaction " + id));
        if (!access.mayRead(user.account(), detail.payload())) {
            throw new AccessDeniedException("transaction " + id + " belongs to an agreement of others");
        }
        TransactionSummary summary = detail.summary();
        long block = summary.place().block();
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("explorer.blocks"), "/blocks"),
                        new Step(say.message("pulse.block", say.number(block)), "/blocks/" + block)));
        model.addAttribute("id", summary.id().toString());
        model.addAttribute("block", block);
        model.addAttribute("summary", summary);
        model.addAttribute("kind", say.message("family." + summary.family()));
        model.addAttribute("icon", PayloadWords.ICONS.getOrDefault(summary.family(), "state"));
        model.addAttribute(
                "said", new Said(rows.heading(summary), payloads.of(reaches.reach(user.account()), detail.payload())));
        model.addAttribute("json", JsonText.indented(detail.payloadText()));
        model.addAttribute("signer", names.of(summary.signer()));
        model.addAttribute("organisation", names.of(summary.organisation()));
        model.addAttribute("signature", detail.signature());
        model.addAttribute("writes", writes.of(user.account(), detail.writes()));
        Block sealed = read.chain().content(block).orElseThrow();
        model.addAttribute("endorsements", endorsements.of(detail, sealed));
        model.addAttribute("proof", true);
        channel.showHeader(block, model);
        model.addAttribute("blockHash", sealed.hash().value());
        model.addAttribute("newest", read.height() - 1);
        model.addAttribute(
                "causes", detail.payload() instanceof CommitSettlement settled ? causes.of(settled) : List.of());
        return "explorer/transaction";
    }

    private Optional<TransactionDetail> find(String id) {
        return id.matches("[0-9a-f]{64}") ? read.chain().transaction(TransactionId.of(id)) : Optional.empty();
    }
}
