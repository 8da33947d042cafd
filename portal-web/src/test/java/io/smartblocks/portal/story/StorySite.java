package io.smartblocks.portal.story;

import io.smartblocks.portal.SmartBlocksApplication;
import io.smartblocks.portal.TemporaryData;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Runs a story against the whole portal on a {@link Campus} of its own, whose clock the story sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SmartBlocksApplication.class,
        properties = {"smartblocks.password-strength=4", "smartblocks.sweep-every=1h"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TemporaryData.class)
@Import(Campus.class)
@DirtiesContext
@interface StorySite {}
