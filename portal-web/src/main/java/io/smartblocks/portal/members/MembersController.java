package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.member.Suspended;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The members of the ledger, and the page of one of them. */
@Controller
class MembersController {

    private static final int SHOWN = 50;

    private final ReadModel read;
    private final MemberList list;
    private final MemberActs acts;
    private final MemberHistory history;
    private final ReputationEvents events;
    private final Suspended suspended;
    private final Words say;

    MembersController(
            ReadModel read,
            MemberList list,
            MemberActs acts,
            MemberHistory history,
            ReputationEvents events,
            Suspended suspended,
            Words say) {
        this.suspended = suspended;
        this.read = read;
        this.list = list;
        this.acts = acts;
        this.history = history;
        this.events = events;
        this.say = say;
    }

    @ModelAttribute("memberFilter")
    MemberFilter filter(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String organisation) {
        return MemberFilter.of(words, state, role, organisation);
    }

    @GetMapping("/members")
    String list(
            @ModelAttribute("memberFilter") MemberFilter filter,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Part<MemberRow> part = Part.of(list.rows(filter, after, SHOWN + 1), SHOWN);
        model.addAttribute("rows", part.rows());
        model.addAttribute("statuses", List.of(Member.Status.values()));
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("first", after.isEmpty() ? "" : filter.address("/members", ""));
        model.addAttribute(
                "next",
                part.next(last -> filter.address("/members", last.member().id().value())));
        model.addAttribute("csv", filter.address("/members.csv", ""));
        model.addAttribute("xlsx", filter.address("/members.xlsx", ""));
        return "members/list";
    }

    @GetMapping("/members.csv")
    ResponseEntity<Resource> csv(@ModelAttribute("memberFilter") MemberFilter filter) {
        return Handing.out(list.table(filter), DocumentFormat.CSV);
    }

    @GetMapping("/members.xlsx")
    ResponseEntity<Resource> xlsx(@ModelAttribute("memberFilter") MemberFilter filter) {
        return Handing.out(list.table(filter), DocumentFormat.XLSX);
    }

    @GetMapping("/members/{id}")
    String one(@AuthenticationPrincipal SignedIn user, @PathVariable MemberId id, Model model) {
        Member member = read.members().member(id).orElseThrow(() -> new NotFound("member " + id));
        model.addAttribute("trail", List.of(new Step(say.message("menu.members"), "/members")));
        model.addAttribute("row", list.row(member));
        model.addAttribute("suspended", suspended.words(id).orElse(""));
        model.addAttribute("offered", acts.of(user.account(), member));
        model.addAttribute("keys", history.keys(member));
        model.addAttribute("changes", history.changes(member));
        model.addAttribute(
                "particulars",
                read.members().particulars(id).stream()
                        .reduce((earlier, later) -> later)
                        .map(Recorded::state)
                        .map(ParticularsState::particulars));
        model.addAttribute("events", member.isOrganisation() ? events.of(user.account(), id) : List.of());
        model.addAttribute(
                "people",
                member.isOrganisation()
                        ? list.rows(MemberFilter.of("", "", "", id.value()), "", SHOWN).stream()
                                .filter(other -> !other.member().id().equals(id))
                                .toList()
                        : List.of());
        return "members/one";
    }
}
