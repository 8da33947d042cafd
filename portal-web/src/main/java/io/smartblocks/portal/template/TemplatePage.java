package io.smartblocks.portal.template;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.agreement.Life;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.member.Acting;
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
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a template's form, with the text so far beside it. */
@Component
class TemplatePage {

    private final Fields fields;
    private final Names names;
    private final Acting acting;
    private final Words say;

    TemplatePage(Fields fields, Names names, Acting acting, Words say) {
        this.acting = acting;
        this.fields = fields;
        this.names = names;
        this.say = say;
    }

    ModelAndView page(Account reader, Template template, FilledForm form, List<Problem> problems) {
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
        page.addObject("impossible", acting.hindranceToPropose(reader).orElse(""));
        page.addObject(Ask.ONCE, UUID.randomUUID().toString());
        page.addObject("live", true);
        text(page, template, form);
        return page;
    }

    void text(ModelAndView page, Template template, FilledForm form) {
        page.addObject("deed", Preview.of(template, form, say.message("form.untitled")));
        page.addObject("notes", Map.of());
        page.addObject("open", form.open());
        page.addObject("wrong", form.wrong());
    }

    /** The template with an id; not found where there is none. */
    static Template template(String id) {
        return Templates.find(id).orElseThrow(() -> new NotFound("template " + id));
    }
}
