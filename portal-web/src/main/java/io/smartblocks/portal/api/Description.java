package io.smartblocks.portal.api;

import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says beyond its addresses: keys, limits, and the problems that each can answer with. */
@Configuration(proxyBeanMethods = false)
class Description {

    private static final String KEY = "key";
    private static final String PROBLEM = "application/problem+json";

    private static final String WORDS = """
            What the pages of the portal do, for programs. Every request shows a key, which a person makes on the page \
            /account/keys: `Authorization: Bearer sbk_...`. A key sees what its owner sees and does what its scopes allow.

            Lists go on after their last item: send `next` as `after`. Decimals are texts, so that no digit is lost; days are \
            local days of the meter or agreement, and the end of a span is the day after its last. What is wrong is told as \
            RFC 9457 `application/problem+json`, with where it is and how to mend it. Too many requests are answered with \
            429 and `Retry-After`.""";

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("SmartBlocks")
                        .version("1")
                        .description(WORDS)
                        .license(new License()
                                .name("Apache-2.0")
                                .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A key from the page /account/keys")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** Each operation names its problems; all is sorted, so that the description of the same API is the same file. */
    @Bean
    OpenApiCustomizer apiProblems() {
        return api -> {
            ResolvedSchema problem = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(false));
            api.getComponents().addSchemas("Problem", problem.schema);
            problem.referencedSchemas.forEach(api.getComponents()::addSchemas);
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
            answers().forEach(api.getComponents()::addResponses);
            Map<String, PathItem> paths = new TreeMap<>(api.getPaths());
            api.getPaths().clear();
            paths.forEach(api.getPaths()::addPathItem);
            paths.forEach((path, item) ->
                    item.readOperationsMap().forEach((method, operation) -> addProblems(path, method, operation)));
            // where it was asked for says nothing of the API
            api.setServers(null);
        };
    }

    private static void addProblems(String path, PathItem.HttpMethod method, Operation operation) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.MALFORMED, Kind.NO_KEY, Kind.NOT_ALLOWED));
        if (path.contains("{")) {
            kinds.add(Kind.NOT_FOUND);
        }
        if (path.endsWith("/{file}")) {
            kinds.add(Kind.NOT_MADE);
        }
        if (method == PathItem.HttpMethod.POST) {
            kinds.add(Kind.TOO_LARGE);
            kinds.add(Kind.MEDIA_TYPE);
        }
        kinds.addAll(List.of(Kind.NOT_ACCEPTABLE, Kind.INVALID, Kind.TOO_MANY, Kind.UNAVAILABLE, Kind.BROKEN));
        kinds.forEach(kind -> {
            String status = Integer.toString(kind.status().value());
            operation.getResponses().addApiResponse(status, new ApiResponse().$ref("Problem" + status));
        });
    }

    /** The answers that tell of problems, one for each status, with an example of each kind. */
    private static Map<String, ApiResponse> answers() {
        Map<String, ApiResponse> answers = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            answers.computeIfAbsent("Problem" + kind.status().value(), any -> answer(kind))
                    .getContent()
                    .get(PROBLEM)
                    .addExamples(kind.code(), new Example().value(example(kind)));
        }
        return answers;
    }

    private static ApiResponse answer(Kind kind) {
        return new ApiResponse()
                .description(kind.status().getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Map<String, Object> example(Kind kind) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:smartblocks:problem:" + kind.code());
        example.put("title", kind.title());
        example.put("status", kind.status().value());
        example.put("detail", "What is wrong this time.");
        example.put("mend", "How to mend it.");
        return example;
    }
}
