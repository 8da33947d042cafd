package io.smartblocks.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Signs people in through the sign-in form, as a browser does. */
public class Visitors {

    private final MockMvc portal;

    Visitors(MockMvc portal) {
        this.portal = portal;
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
