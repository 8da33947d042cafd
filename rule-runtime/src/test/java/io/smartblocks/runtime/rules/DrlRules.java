package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;

/** The printed rules of an agreement, compiled from their text. */
final class DrlRules {

    private final KieBase rules;

    private DrlRules(KieBase rules) {
        this.rules = rules;
    }

    static DrlRules of(Agreement agreement, String period) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/io/smartblocks/agreement/rules.drl", RulePrinter.print(agreement, period));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages()).isEmpty();
        return new DrlRules(
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase());
    }

    void decide(Settling settling) {
        KieSession session = rules.newKieSession();
        try {
            RuleBook.decide(session, List.of(settling));
        } finally {
            session.dispose();
        }
    }
}
