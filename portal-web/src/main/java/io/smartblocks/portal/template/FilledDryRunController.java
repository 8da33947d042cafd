package io.smartblocks.portal.template;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.settlement.DryRunPage;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a filled template would come to before anybody proposes it. */
@Controller
class FilledDryRunController {

    private final TemplateForms forms;
    private final TemplatePage form;
    private final DryRunPage page;
    private final Words say;

    FilledDryRunController(TemplateForms forms, TemplatePage form, DryRunPage page, Words say) {
        this.forms = forms;
        this.form = form;
        this.page = page;
        this.say = say;
    }

    @PostMapping(path = "/templates/{id}", params = "do=dry-run")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return page(user, id, typed, Map.of());
    }

    @PostMapping("/templates/{id}/dry-run")
    ModelAndView run(
            @AuthenticationPrincipal SignedIn user, @PathVariable String id, @RequestParam Map<String, String> typed) {
        return page(user, id, typed, typed);
    }

    private ModelAndView page(SignedIn user, String id, Map<String, String> typed, Map<String, String> asked) {
        Template template = TemplatePage.template(id);
        FilledForm filled = forms.read(template, typed);
        List<Problem> problems = new ArrayList<>(forms.problems(filled));
        if (problems.isEmpty()
                && Drafting.of(filled.title(), filled.text().orElseThrow()) instanceof Drafting.Faulty faulty) {
            problems.add(new Problem("so-far", English.said(faulty.message())));
        }
        if (!problems.isEmpty()) {
            ModelAndView again = form.page(user.account(), template, filled, problems);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        Drafting.Draft draft =
                (Drafting.Draft) Drafting.of(filled.title(), filled.text().orElseThrow());
        DryRunPage.Place place = new DryRunPage.Place(
                "templates",
                List.of(
                        new Step(say.message("menu.templates"), "/templates"),
                        new Step(template.title(), "/templates/" + id)),
                "/templates/" + id + "/dry-run",
                "/templates/" + id,
                "show",
                say.message("dry.back.form"),
                answers(filled));
        return page.page(user.account(), DryRunPage.draft(draft.text(), draft.agreement()), place, asked);
    }

    private static Map<String, String> answers(FilledForm form) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("title", form.title());
        form.questions().forEach(question -> answers.put(question.id(), question.typed()));
        return answers;
    }
}
