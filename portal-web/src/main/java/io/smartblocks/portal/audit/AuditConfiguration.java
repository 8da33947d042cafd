package io.smartblocks.portal.audit;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the audit log lies. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    EntryRows auditRows(JdbcClient jdbc) {
        return new EntryRows(jdbc);
    }

    @Bean
    HeadFile auditHeadFile(@Value("${smartblocks.data}") Path data) {
        return new HeadFile(data);
    }

    @Bean
    AuditCheck auditCheck(EntryRows rows, HeadFile file) {
        return new AuditCheck(rows, file);
    }
}
