package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done about a member: admitting it, suspending it, its roles, its key, its particulars, and a rating. */
@Controller
class MemberActController {

    private final ReadModel read;
    private final MemberActs acts;
    private final MemberAnswers answers;
    private final Asking asking;
    private final Words say;

    MemberActController(ReadModel read, MemberActs acts, MemberAnswers answers, Asking asking, Words say) {
        this.read = read;
        this.acts = acts;
        this.answers = answers;
        this.asking = asking;
        this.say = say;
    }

    @GetMapping("/members/{id}/act/{key}")
    ModelAndView ask(@AuthenticationPrincipal SignedIn user, @PathVariable MemberId id, @PathVariable String key) {
        Member about = member(id);
        MemberAct act = act(key);
        return acts.ask(user.account(), about, act, new Typed(Map.of(), say))
                .page(acts.impossible(user.account(), about, act));
    }

    @PostMapping("/members/{id}/act/{key}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable MemberId id,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Member about = member(id);
        MemberAct act = act(key);
        Typed typed = new Typed(sent, say);
        Optional<String> impossible = acts.impossible(user.account(), about, act);
        if (impossible.isPresent() && act == MemberAct.ROTATE) {
            // a key that nobody may state must not be made
            return acts.ask(user.account(), about, act, typed).page(impossible);
        }
        var told = answers.told(user.account(), about, act, typed).map(List::of);
        return asking.answer(user.account(), acts.ask(user.account(), about, act, typed), typed, told, transaction -> {
            next.addFlashAttribute("done", act.key());
            next.addFlashAttribute("doneTransaction", transaction);
        });
    }

    private static MemberAct act(String key) {
        return MemberAct.named(key).orElseThrow(() -> new NotFound("action " + key));
    }

    private Member member(MemberId id) {
        return read.members().member(id).orElseThrow(() -> new NotFound("member " + id));
    }
}
