package io.smartblocks.portal.template;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Life;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gallery of templates and the form of one. */
@Controller
class TemplateController {

    private final TemplateForms forms;
    private final Fields fields;
    private final Proposing proposing;
    private final Names names;
    private final Words say;

    TemplateController(TemplateForms forms, Fields fields, Proposing proposing, Names names, Words say) {
        this.forms = forms;
        this.fields = fields;
        this.proposing = proposing;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/templates")
    String gallery(Model model) {
        model.addAttribute("templates", Templates.all());
        return "template/gallery";
    }

    @GetMapping("/templates/{id}")
    ModelAndView form(@AuthenticationPrincipal SignedIn user, @PathVariable String id) {
        Template template = template(id);
        return page(user.account(), template, forms.read(template, Map.of()), List.of());
    }

    /** The text beside the form, for each change; the same page without script comes from the form's second button. */
    @PostMapping("/templates/{id}/text")
    ModelAndView text(@PathVariable String id, @RequestParam Map<String, String> typed) {
        Template template = template(id);
        ModelAndView part = new ModelAndView("template/form :: so-far");
        text(part, template, forms.read(template, typed));
        return part;
    }

    @PostMapping("/templates/{id}")
    ModelAndView propose(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "do", defaultValue = "propose") String action,
            RedirectAttributes next) {
        Template template = template(id);
        FilledForm form = forms.read(template, typed);
        if (action.equals("show")) {
            return page(user.account(), template, form, List.of());
        }
        Proposing.Result result = proposing.propose(
                user.account(),
                form,
                typed.getOrDefault("password", ""),
                typed.getOrDefault(Ask.ONCE, UUID.randomUUID().toString()));
        if (result instanceof Proposing.Result.Proposed proposed) {
            next.addFlashAttribute("done", "proposed");
            next.addFlashAttribute("doneTransaction", proposed.transaction());
            return new ModelAndView(
                    "redirect:/agreements/{id}",
                    Map.of("id", proposed.agreement().value()));
        }
        ModelAndView page = page(user.account(), template, form, ((Proposing.Result.Refused) result).problems());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(Account reader, Template template, FilledForm form, List<Problem> problems) {
        ModelAndView page = new ModelAndView("template/form");
        page.addObject("trail", List.of(new Step(say.message("menu.templates"), "/templates")));
        page.addObject("template", template);
        page.addObject("title", form.title());
        page.addObject("groups", fields.groups(template, form, !problems.isEmpty()));
        page.addObject("problems", problems);
        page.addObject(
                "errors",
                problems.stream()
                        .collect(Collectors.toMap(Problem::field, Problem::message, (first, second) -> first)));
        page.addObject("steps", new Life(say, names).ofDraft());
        page.addObject("mayPropose", reader.member().isPresent());
        page.addObject(Ask.ONCE, UUID.randomUUID().toString());
        page.addObject("live", true);
        text(page, template, form);
        return page;
    }

    private void text(ModelAndView page, Template template, FilledForm form) {
        page.addObject("deed", Preview.of(template, form, say.message("form.untitled")));
        page.addObject("notes", Map.of());
        page.addObject("open", form.open());
        page.addObject("wrong", form.wrong());
    }

    private static Template template(String id) {
        return Templates.find(id).orElseThrow(() -> new NotFound("template " + id));
    }
}
