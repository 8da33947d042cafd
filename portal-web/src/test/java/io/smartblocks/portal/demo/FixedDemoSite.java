package io.smartblocks.portal.demo;

import io.smartblocks.portal.SmartBlocksApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against the whole portal on one demo site that stands still; a test changes nothing on it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SmartBlocksApplication.class,
        properties = {"smartblocks.demo=true", "smartblocks.password-strength=4", "smartblocks.sweep-every=1h"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FixedDemo.Data.class)
@AutoConfigureMockMvc
@Import(FixedDemo.class)
public @interface FixedDemoSite {}
