package io.smartblocks.portal.api.v1;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind.Metered;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind.Quantity;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.smartblocks.portal.template.TemplateTexts;
import io.smartblocks.templates.Template;
import io.smartblocks.templates.Templates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The templates, and the text that answers make of one; for those who draw up agreements. */
@RestController
@Tag(name = "Agreements")
class TemplateApi {

    /** A template in a list. */
    @Schema(name = "Template")
    record TemplateShown(
            @Schema(example = "shared-savings") String id, String title, String version, String description) {
        static TemplateShown of(Template template) {
            return new TemplateShown(template.id(), template.title(), template.version(), template.description());
        }
    }

    /** A template with what it asks for. */
    @Schema(
            name = "TemplateContent",
            description = "A template with its text, what it asks for, and an example that fills it")
    record TemplateContent(
            String id,
            String title,
            String text,
            List<QuestionShown> questions,

            @Schema(description = "The worked example as a text whose scenarios can be tried")
            String sample) {}

    /** One question. */
    @Schema(name = "Question", description = "What a template asks for, and an answer that will do")
    record QuestionShown(
            @Schema(example = "Supplier") String name,

            @Schema(allowableValues = {"quantity", "date", "party", "meter", "register"})
            String kind,

            @Schema(description = "Of a quantity or a meter", example = "kWh")
            String unit,

            String description,
            @Schema(example = "Harbour Energy Services Ltd") String example) {
        static QuestionShown of(Parameter parameter, Map<String, String> examples) {
            Parameter.Kind kind = parameter.kind();
            String unit = kind instanceof Quantity quantity
                    ? quantity.unit().symbol()
                    : kind instanceof Metered meter ? meter.unit().symbol() : "";
            return new QuestionShown(
                    parameter.name(),
                    kind.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    unit,
                    parameter.description().orElse(""),
                    examples.getOrDefault(parameter.name(), ""));
        }
    }

    /** Answers. */
    @Schema(description = "A title and an answer to each question, written as agreements write them")
    record Answers(
            @Schema(example = "Campus supply") String title,

            @Schema(example = "{\"Supplier\":\"Harbour Energy Services Ltd\"}")
            Map<String, String> answers) {
        Answers {
            Sent.require(title, "title");
            Sent.require(answers, "answers");
        }
    }

    /** The text. */
    @Schema(name = "TemplateText", description = "The text, to be checked, tried and proposed like any other")
    record TextShown(String text) {}

    private final TemplateTexts texts;

    TemplateApi(TemplateTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/api/v1/templates")
    @Operation(summary = "The templates", description = "For ESCO staff and lawyers.")
    PageOf<TemplateShown> templates(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        mayPropose(caller);
        return Window.of(limit, after)
                .pageInOrder(Templates.all(), template -> List.of(template.id()), TemplateShown::of);
    }

    @GetMapping("/api/v1/templates/{id}")
    @Operation(summary = "One template with what it asks for")
    TemplateContent templateWithQuestions(
            @AuthenticationPrincipal ApiCaller caller, @PathVariable @Schema(example = "shared-savings") String id) {
        mayPropose(caller);
        Template template = template(id);
        return new TemplateContent(
                template.id(),
                template.title(),
                template.text(),
                texts.parameters(template).stream()
                        .map(parameter ->
                                QuestionShown.of(parameter, template.answers().byParameter()))
                        .toList(),
                template.sample());
    }

    @PostMapping("/api/v1/templates/{id}/text")
    @Operation(
            summary = "The text that answers make of a template",
            description = "Where an answer will not do, 422 names its question in `errors`. Nothing is kept.")
    TextShown fillTemplate(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(example = "shared-savings") String id,
            @RequestBody Answers answers) {
        mayPropose(caller);
        TemplateTexts.Written written = texts.write(template(id), answers.title(), answers.answers());
        return new TextShown(written.text()
                .orElseThrow(() -> new ApiProblem(
                        Kind.INVALID,
                        "Some answers will not do.",
                        "answers",
                        "Answer what 'errors' names; GET /api/v1/templates/" + id + " has an example of each.",
                        new TreeMap<>(written.problems())
                                .entrySet().stream()
                                        .map(wrong -> new Problem.Fault(wrong.getKey(), wrong.getValue(), ""))
                                        .toList())));
    }

    private static Template template(String id) {
        return Templates.find(id)
                .orElseThrow(() ->
                        ApiProblem.notFound("template '" + id + "'", "List what there is with GET /api/v1/templates."));
    }

    private static void mayPropose(ApiCaller caller) {
        if (!caller.account().role().proposes()) {
            throw new ApiProblem(
                    Kind.NOT_ALLOWED,
                    "Templates are for those who draw up agreements.",
                    "Authorization",
                    "Ask with the key of ESCO staff or a lawyer.");
        }
    }
}
