package io.smartblocks.portal;

import static io.smartblocks.portal.RoutesTests.STATEMENT;
import static io.smartblocks.portal.RoutesTests.answering;
import static io.smartblocks.portal.RoutesTests.people;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Each form as each role sends it, empty and without the password: whose work it is not is turned away, and nothing is done. */
@PortalSite
@TestPropertySource(properties = "spring.application.name=changes")
@DirtiesContext
class ChangesTests {

    private static final String OUTBOX = "/admin/outbox/000000000001-0123456789abcdef/act/retry";

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    static Stream<Arguments> forms_and_people() {
        return Stream.of(drafting(), binding(), ofMembers(), ofRegistry(), ofOffice(), ofOneself())
                .flatMap(forms -> forms);
    }

    private static Stream<Arguments> drafting() {
        return Stream.of(
                        answering(
                                List.of(
                                        "/templates/shared-savings/text",
                                        "/templates/shared-savings/example",
                                        "/editor?do=check&text=x",
                                        "/editor?do=format&text=x",
                                        "/editor?do=save&text=x",
                                        "/editor?do=scenarios&text=x",
                                        "/editor/diagnostics?text=x",
                                        "/editor/format?text=x",
                                        "/editor/completion?text=x&caret=0",
                                        "/editor/hover?text=x&caret=0",
                                        "/editor/colours?text=x",
                                        "/editor/scenarios?text=x",
                                        "/editor/outline?text=x"),
                                people(200, 200, 403, 403, 200, 403, 403, 403, 403)),
                        answering(
                                List.of(
                                        "/templates/shared-savings",
                                        "/templates/shared-savings?do=dry-run",
                                        "/templates/shared-savings/dry-run",
                                        "/editor?do=dry-run&text=x",
                                        "/editor?do=propose&text=x",
                                        "/editor/dry-run?text=x",
                                        "/editor/propose?text=x"),
                                people(422, 422, 403, 403, 422, 403, 403, 403, 403)))
                .flatMap(forms -> forms);
    }

    private static Stream<Arguments> binding() {
        return Stream.of(
                        answering(
                                List.of("/agreements/campus-supply-next/sign"),
                                people(400, 403, 400, 400, 400, 400, 403, 403, 400)),
                        answering(
                                List.of(
                                        "/agreements/campus-supply/act/terminate?version=1.0",
                                        STATEMENT + "/act/dispute",
                                        STATEMENT + "/act/paid?document=1"),
                                people(422, 403, 422, 422, 422, 422, 403, 403, 404)),
                        answering(
                                List.of("/agreements/campus-supply-next/change?version=1.0"),
                                people(422, 422, 422, 422, 422, 422, 403, 403, 404)),
                        answering(
                                List.of("/agreements/campus-supply/statements/fact?version=1.0"),
                                people(404, 403, 404, 404, 404, 404, 403, 403, 404)),
                        answering(
                                List.of("/agreements/campus-supply/dry-run?version=1.0"),
                                people(200, 200, 200, 200, 200, 200, 200, 200, 404)))
                .flatMap(forms -> forms);
    }

    /** What one may state here the ledger decides by one's own roles, not by those of the portal. */
    private static Stream<Arguments> ofMembers() {
        return Stream.of(
                        answering(
                                List.of(
                                        "/members/harbour-energy/act/suspend",
                                        "/members/harbour-energy/act/particulars",
                                        "/members/harbour-energy/act/rate"),
                                people(422, 422, 422, 422, 422, 422, 422, 422, 422)),
                        answering(
                                List.of("/members/conor-walsh/act/rotate"),
                                people(422, 409, 409, 409, 422, 409, 409, 409, 409)))
                .flatMap(forms -> forms);
    }

    private static Stream<Arguments> ofRegistry() {
        return Stream.of(
                        answering(
                                List.of("/registry/register-site", "/registry/register-meter"),
                                people(409, 409, 409, 409, 409, 409, 409, 409, 409)),
                        answering(
                                List.of("/registry/move-meter?about=IE-9002/gas"),
                                people(404, 404, 409, 404, 404, 404, 409, 409, 404)),
                        answering(
                                List.of(
                                        "/registry/values/publish-values?about=nothing",
                                        "/registry/values/publish-values/look?about=nothing"),
                                people(404, 404, 404, 404, 404, 404, 404, 404, 404)),
                        answering(List.of("/readings"), people(409, 409, 409, 409, 409, 403, 409, 409, 409)),
                        answering(List.of("/readings/not-mine"), people(400, 400, 400, 400, 400, 403, 400, 400, 400)))
                .flatMap(forms -> forms);
    }

    private static Stream<Arguments> ofOffice() {
        return Stream.of(
                        answering(
                                List.of(
                                        "/admin/users/new",
                                        "/admin/users/conor/act/lock",
                                        "/admin/users/conor/act/role",
                                        "/admin/run"),
                                people(403, 403, 403, 403, 403, 403, 403, 422, 403)),
                        answering(List.of(OUTBOX), people(403, 403, 403, 403, 403, 403, 403, 404, 403)),
                        answering(List.of("/runs"), people(422, 403, 403, 403, 403, 403, 403, 422, 403)),
                        answering(List.of("/audit/check"), people(403, 403, 403, 403, 403, 403, 200, 200, 403)))
                .flatMap(forms -> forms);
    }

    private static Stream<Arguments> ofOneself() {
        return Stream.of(
                        answering(
                                List.of("/account/password", "/account/keys", "/verify"),
                                people(422, 422, 422, 422, 422, 422, 422, 422, 422)),
                        answering(
                                List.of("/account/keys/1/revoke"), people(404, 404, 404, 404, 404, 404, 404, 404, 404)),
                        answering(List.of("/account/membership"), people(409, 422, 409, 409, 409, 409, 422, 422, 409)),
                        answering(
                                List.of("/account/membership/join"),
                                people(409, 200, 409, 409, 409, 409, 200, 200, 409)),
                        answering(List.of("/account/webhooks"), people(422, 403, 422, 403, 422, 403, 403, 422, 422)),
                        answering(
                                List.of(
                                        "/account/webhooks/1?do=stop",
                                        "/account/webhooks/1?do=go-on",
                                        "/account/webhooks/1?do=remove",
                                        "/account/webhooks/1/deliveries/1"),
                                people(404, 403, 404, 403, 404, 403, 403, 404, 404)),
                        answering(
                                List.of("/theme?theme=dark", "/language?language=de"),
                                people(303, 303, 303, 303, 303, 303, 303, 303, 303)),
                        answering(
                                List.of("/login/slow", "/login/lost"),
                                people(400, 400, 400, 400, 400, 400, 400, 400, 400)))
                .flatMap(forms -> forms);
    }

    @ParameterizedTest(name = "{0} answers {1} with {2}")
    @MethodSource("forms_and_people")
    void each_form_answers_each_role_and_nothing_is_done(String address, String person, int answer) throws Exception {
        long height = ledger.height();

        portal.perform(post(URI.create(address))
                        .session(visitors.signIn(person))
                        .with(csrf()))
                .andExpect(status().is(answer));

        assertThat(ledger.height()).isEqualTo(height);
    }

    @Test
    void no_form_is_forgotten() {
        List<PathContainer> tried = forms_and_people()
                .map(form -> form.get()[0].toString())
                .distinct()
                .map(address -> PathContainer.parsePath(address.replaceAll("\\?.*", "")))
                .toList();

        assertThat(mappings.getHandlerMethods().entrySet().stream()
                        .filter(mapping ->
                                mapping.getValue().getBeanType().getName().startsWith("io.smartblocks."))
                        .flatMap(mapping -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET)
                                .flatMap(method -> mapping.getKey().getPatternValues().stream()))
                        .filter(pattern -> !pattern.startsWith("/api/"))
                        .filter(pattern ->
                                tried.stream().noneMatch(PathPatternParser.defaultInstance.parse(pattern)::matches)))
                .as("forms that no role is tried with")
                .isEmpty();
    }
}
