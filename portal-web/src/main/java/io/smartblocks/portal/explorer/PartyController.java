package io.smartblocks.portal.explorer;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a member of the ledger. */
@Controller
class PartyController {

    private static final int SHOWN = 25;

    private final ReadModel read;
    private final TransactionRows rows;
    private final Names names;
    private final Words say;

    PartyController(ReadModel read, TransactionRows rows, Names names, Words say) {
        this.read = read;
        this.rows = rows;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/parties/{id}")
    String party(@AuthenticationPrincipal SignedIn user, @PathVariable MemberId id, Model model) {
        Member member = read.members().member(id).orElseThrow(() -> new NotFound("member " + id));
        model.addAttribute("trail", List.of(new Step(say.message("explorer.blocks"), "/blocks")));
        model.addAttribute("member", member);
        model.addAttribute("organisation", names.of(member.organisation()));
        model.addAttribute(
                "roles",
                member.roles().stream()
                        .map(role -> say.message("member.role." + role.code()))
                        .collect(joining(", ")));
        model.addAttribute(
                "rows", rows.rows(user.account(), read.chain().transactionsAbout(id.value(), SHOWN).stream()));
        return "explorer/party";
    }
}
