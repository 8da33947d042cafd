package io.smartblocks.portal.shell;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.cache.ExpressionCacheKey;
import org.thymeleaf.cache.ICache;
import org.thymeleaf.cache.TemplateCacheKey;
import org.thymeleaf.context.Context;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class KeptTemplatesTests {

    /** More than Thymeleaf keeps of either by itself, and less than the portal has expressions. */
    private static final int PORTAL = 900;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    @BeforeEach
    void prepare() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
        assertThat(new KeptTemplates().postProcessBeforeInitialization(engine, "engine"))
                .isSameAs(engine);
    }

    @Test
    void what_was_read_first_is_the_same_object_after_all_pages_were_seen() {
        assertThat(page(0)).isEqualTo("<b>1</b>");
        ICache<TemplateCacheKey, TemplateModel> templates =
                engine.getCacheManager().getTemplateCache();
        TemplateCacheKey key = templates.keySet().iterator().next();
        TemplateModel first = templates.get(key);
        ICache<ExpressionCacheKey, Object> expressions =
                engine.getCacheManager().getExpressionCache();
        Map<ExpressionCacheKey, Object> read =
                expressions.keySet().stream().collect(toMap(each -> each, expressions::get));
        assertThat(read).isNotEmpty();

        IntStream.range(1, PORTAL).forEach(this::page);
        assertThat(page(0)).isEqualTo("<b>1</b>");

        assertThat(templates.get(key)).isSameAs(first);
        assertThat(templates.keySet()).hasSize(PORTAL);
        read.forEach(
                (expression, parsed) -> assertThat(expressions.get(expression)).isSameAs(parsed));
    }

    @Test
    void no_more_is_kept_than_a_bound() {
        IntStream.range(0, 2_500).forEach(this::page);

        assertThat(engine.getCacheManager().getTemplateCache().keySet()).hasSizeBetween(PORTAL, 2_000);
    }

    private String page(int number) {
        String template = "<b th:text=\"${one + %d}\"></b>".formatted(number);
        return engine.process(template, new Context(Locale.ENGLISH, Map.of("one", 1)));
    }
}
