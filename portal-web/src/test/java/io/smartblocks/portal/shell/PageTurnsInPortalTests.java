package io.smartblocks.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.PortalSite;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of the portal waits for its turn. */
@PortalSite
class PageTurnsInPortalTests {

    @Autowired
    private ServletContext server;

    @Test
    void the_server_asks_it_at_every_address() {
        List<? extends FilterRegistration> turns = server.getFilterRegistrations().values().stream()
                .filter(filter -> filter.getClassName().equals(PageTurns.class.getName()))
                .toList();
        assertThat(turns)
                .singleElement()
                .satisfies(filter -> assertThat(filter.getUrlPatternMappings()).containsExactly("/*"));
    }
}
