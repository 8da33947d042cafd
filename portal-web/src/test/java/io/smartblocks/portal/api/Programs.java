package io.smartblocks.portal.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.smartblocks.portal.SiteFixture;
import io.smartblocks.portal.Visitors;
import java.time.LocalDate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets keys from the page as people do, and asks with them as programs do. */
public final class Programs {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final MockMvc portal;
    private final Visitors visitors;

    public Programs(MockMvc portal, Visitors visitors) {
        this.portal = portal;
        this.visitors = visitors;
    }

    public String key(String login, String... scopes) throws Exception {
        Object secret = portal.perform(post("/account/keys")
                        .session(visitors.signIn(login))
                        .with(csrf())
                        .param("name", "test")
                        .param("scopes", scopes)
                        .param("lastDay", LocalDate.now().plusDays(1).toString())
                        .param("password", SiteFixture.PASSWORD))
                .andReturn()
                .getFlashMap()
                .get("secret");
        if (secret == null) {
            throw new IllegalStateException("'" + login + "' got no key");
        }
        return secret.toString();
    }

    public ResultActions ask(String key, String address) throws Exception {
        return perform(key, get(address));
    }

    public ResultActions perform(String key, MockHttpServletRequestBuilder request) throws Exception {
        return portal.perform(request.header("Authorization", "Bearer " + key));
    }

    public static JsonNode json(ResultActions answer) throws Exception {
        return MAPPER.readTree(answer.andReturn().getResponse().getContentAsByteArray());
    }
}
