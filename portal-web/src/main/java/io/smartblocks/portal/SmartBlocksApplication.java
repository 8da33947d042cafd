package io.smartblocks.portal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The portal as a Spring Boot application. */
@SpringBootApplication(proxyBeanMethods = false)
public class SmartBlocksApplication {

    /** Starts portal, ledger and read model in this process; closing the result stops them. */
    public static ConfigurableApplicationContext start(ServeOptions options) {
        return new SpringApplicationBuilder(SmartBlocksApplication.class)
                .run(
                        "--smartblocks.data=" + options.data().toAbsolutePath(),
                        "--server.port=" + options.port(),
                        "--smartblocks.demo=" + options.demo(),
                        // while a demo site catches up, a minute is three weeks of its time
                        options.demo() ? "--smartblocks.sweep-every=2s" : "",
                        // an option counts for more than what the environment says
                        options.ledger()
                                .fabricProfile()
                                .map(profile -> "--smartblocks.ledger=fabric")
                                .orElse(""),
                        options.ledger()
                                .fabricProfile()
                                .map(profile -> "--smartblocks.fabric.profile=" + profile.toAbsolutePath())
                                .orElse(""),
                        options.meters()
                                .map(folder -> "--smartblocks.meters=" + folder.toAbsolutePath())
                                .orElse(""),
                        options.metersAs()
                                .map(member -> "--smartblocks.meters-as=" + member)
                                .orElse(""));
    }
}
