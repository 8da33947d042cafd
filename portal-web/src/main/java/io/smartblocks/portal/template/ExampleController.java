package io.smartblocks.portal.template;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.settlement.DryRunPage;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Template;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The worked example of a template: its sample's answers, a period's readings, and what the engine makes of them. */
@Controller
class ExampleController {

    // templates are those of this version of the program, and compile to the same each time
    private final Map<String, Drafting> drafts = new ConcurrentHashMap<>();
    private final Map<String, WorkedExample> examples = new ConcurrentHashMap<>();
    private final DryRunPage page;
    private final Words say;

    ExampleController(DryRunPage page, Words say) {
        this.page = page;
        this.say = say;
    }

    @GetMapping("/templates/{id}/example")
    ModelAndView example(@AuthenticationPrincipal SignedIn user, @PathVariable String id) {
        Template template = TemplatePage.template(id);
        return page(user, template, example(template).asked());
    }

    /** The same on other readings. */
    @PostMapping("/templates/{id}/example")
    ModelAndView changed(
            @AuthenticationPrincipal SignedIn user, @PathVariable String id, @RequestParam Map<String, String> asked) {
        return page(user, TemplatePage.template(id), asked);
    }

    private WorkedExample example(Template template) {
        return examples.computeIfAbsent(template.id(), same -> WorkedExample.of(template));
    }

    private ModelAndView page(SignedIn user, Template template, Map<String, String> asked) {
        Drafting drafting =
                drafts.computeIfAbsent(template.id(), same -> Drafting.of(template.title(), template.sample()));
        if (!(drafting instanceof Drafting.Draft draft)) {
            throw new NotFound("example of " + template.id());
        }
        DryRunPage.Place place = new DryRunPage.Place(
                "templates",
                List.of(
                        new Step(say.message("menu.templates"), "/templates"),
                        new Step(template.title(), "/templates/" + template.id())),
                "/templates/" + template.id() + "/example",
                "",
                "",
                "",
                Map.of());
        ModelAndView shown = page.page(user.account(), DryRunPage.draft(draft.text(), draft.agreement()), place, asked);
        shown.addObject(
                "answers",
                template.answers().byParameter().entrySet().stream()
                        .map(answer -> new Ask.Fact(answer.getKey(), answer.getValue()))
                        .toList());
        return shown;
    }
}
