package io.smartblocks.portal.energy.upload;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limit of uploads in front of everything that would read them. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /** Before the filters of security, which look into forms. */
    private static final int BEFORE_SECURITY = -110;

    @Bean
    FilterRegistrationBean<UploadLimit> uploadLimit() {
        FilterRegistrationBean<UploadLimit> limit = new FilterRegistrationBean<>(new UploadLimit());
        limit.setOrder(BEFORE_SECURITY);
        return limit;
    }
}
