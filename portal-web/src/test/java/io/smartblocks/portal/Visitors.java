package io.smartblocks.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Signs people in through the sign-in form, as a browser does. */
public class Visitors {

    private final MockMvc portal;
    private final Path data;

    Visitors(MockMvc portal, @Value("${smartblocks.data}") Path data) {
        this.portal = portal;
        this.data = data;
    }

    /** The session of the administrator whom the first start let in, who holds the registrar's key. */
    public MockHttpSession registrar() throws Exception {
        return signIn("admin", registrarPassword());
    }

    /** The password that the first start left for the administrator. */
    public String registrarPassword() throws IOException {
        return Files.readString(data.resolve("admin-password")).strip();
    }

    /** Gives a member these roles besides that of a signatory; who has them already keeps them. */
    public void grant(String member, String... roles) throws Exception {
        MockHttpServletRequestBuilder request = post("/members/" + member + "/act/roles")
                .session(registrar())
                .with(csrf())
                .param("once", UUID.randomUUID().toString())
                .param("reason", "They do this now.")
                .param("role-signatory", "on")
                .param("password", registrarPassword());
        for (String role : roles) {
            request.param("role-" + role, "on");
        }
        portal.perform(request);
    }

    /** The page that somebody sees at an address. */
    public String page(MockHttpSession session, String address) throws Exception {
        return portal.perform(get(address).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The session of a person who has just signed in. */
    public MockHttpSession signIn(String login) throws Exception {
        return signIn(login, SiteFixture.PASSWORD);
    }

    /** The same of somebody with a password of his own. */
    public MockHttpSession signIn(String login, String password) throws Exception {
        MockHttpSession session =
                (MockHttpSession) portal.perform(formLogin("/login").user(login).password(password))
                        .andReturn()
                        .getRequest()
                        .getSession();
        if (session == null) {
            throw new IllegalStateException("'" + login + "' has no session after signing in");
        }
        return session;
    }
}
