package io.smartblocks.portal.shell;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Keeps every template and expression of the portal once it was read. Thymeleaf alone keeps 500 expressions and 200
 * templates and parts of them; the portal has some thousands and some hundreds, so that each page parsed anew what the one
 * before it had displaced.
 */
@Component
class KeptTemplates implements BeanPostProcessor {

    private static final int TEMPLATES = 2_000;
    private static final int EXPRESSIONS = 20_000;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringTemplateEngine engine) {
            StandardCacheManager kept = new StandardCacheManager();
            kept.setTemplateCacheMaxSize(TEMPLATES);
            kept.setExpressionCacheMaxSize(EXPRESSIONS);
            engine.setCacheManager(kept);
        }
        return bean;
    }
}
