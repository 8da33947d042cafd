package io.smartblocks.portal.template;

import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.templates.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fills templates with answers that are written as agreements write them, whatever the reader's language is. */
@Component
public class TemplateTexts {

    /**
     * A filled template.
     *
     * @param text empty while an answer will not do
     * @param problems what is wrong with an answer, or with its lack, by the name of its parameter
     */
    public record Written(Optional<String> text, Map<String, String> problems) {
        public Written {
            problems = Map.copyOf(problems);
        }
    }

    private final TemplateForms forms;

    TemplateTexts(TemplateForms forms) {
        this.forms = forms;
    }

    /** What a template asks for, in the order of its sentences. */
    public List<Parameter> parameters(Template template) {
        return forms.parameters(template);
    }

    /** The text that answers give, each under the name of its parameter; those of others do no harm. */
    public Written write(Template template, String title, Map<String, String> answers) {
        Map<String, String> asked = new LinkedHashMap<>();
        parameters(template)
                .forEach(parameter -> asked.put(parameter.name(), answers.getOrDefault(parameter.name(), "")));
        Filled filled = forms.fill(template, title, asked);
        return new Written(filled.text(), TemplateForms.problems(filled));
    }
}
