package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.PortalSite;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The small site, whose webhooks are looked through only when a test does so, and may be sent to this machine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalSite
@TestPropertySource(
        properties = {
            "smartblocks.webhooks.local=true",
            "smartblocks.webhooks.look-every-ms=3600000",
            "smartblocks.webhooks.timeout-ms=1000"
        })
@interface HookSite {}
