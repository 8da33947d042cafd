package io.smartblocks.portal.template;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern PROMISE = Pattern.compile("(?m)^ *[A-Z][^\"\\n.]* shall [^.]*\\.");

    private final TemplateForms forms;
    private final TemplatePage form;
    private final Proposing proposing;

    TemplateController(TemplateForms forms, TemplatePage form, Proposing proposing) {
        this.forms = forms;
        this.form = form;
        this.proposing = proposing;
    }

    @GetMapping("/templates")
    String gallery(Model model) {
        List<Template> templates = Templates.all();
        model.addAttribute("templates", templates);
        model.addAttribute(
                "excerpts", templates.stream().collect(Collectors.toMap(Template::id, TemplateController::excerpt)));
        return "template/gallery";
    }

    /** The first promise that a template makes, as a taste of its words. */
    private static String excerpt(Template template) {
        Matcher promise = PROMISE.matcher(template.text());
        return promise.find() ? promise.group().strip().replaceAll("\\s+", " ") : template.title();
    }

    @GetMapping("/templates/{id}")
    ModelAndView form(@AuthenticationPrincipal SignedIn user, @PathVariable String id) {
        Template template = TemplatePage.template(id);
        return form.page(user.account(), template, forms.read(template, Map.of()), List.of());
    }

    /** The text beside the form, for each change; the same page without script comes from the form's second button. */
    @PostMapping("/templates/{id}/text")
    ModelAndView text(@PathVariable String id, @RequestParam Map<String, String> typed) {
        Template template = TemplatePage.template(id);
        ModelAndView part = new ModelAndView("template/form :: so-far");
        form.text(part, template, forms.read(template, typed));
        return part;
    }

    @PostMapping("/templates/{id}")
    ModelAndView propose(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "do", defaultValue = "propose") String action,
            RedirectAttributes next) {
        Template template = TemplatePage.template(id);
        FilledForm filled = forms.read(template, typed);
        if (action.equals("show")) {
            return form.page(user.account(), template, filled, List.of());
        }
        Proposing.Result result = proposing.propose(
                user.account(),
                filled,
                typed.getOrDefault("password", ""),
                typed.getOrDefault(Ask.ONCE, UUID.randomUUID().toString()));
        if (result instanceof Proposing.Result.Proposed proposed) {
            next.addFlashAttribute("done", "proposed");
            next.addFlashAttribute("doneTransaction", proposed.transaction());
            return new ModelAndView(
                    "redirect:/agreements/{id}",
                    Map.of("id", proposed.agreement().value()));
        }
        ModelAndView page = form.page(user.account(), template, filled, ((Proposing.Result.Refused) result).problems());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
