package io.smartblocks.portal.shell;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Writes links as they stand. The filter that is left out looks each link of a page up among the files of the jar, so that
 * a version could be put into it; on the page of a campus that was half of the time, and no address of ours has a version.
 */
@Configuration(proxyBeanMethods = false)
class PlainLinks {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> without =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        without.setEnabled(false);
        return without;
    }
}
