package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code meter predictor}: says who may state predictions for a meter. */
@Command(
        name = "predictor",
        description = {
            "Say who may state predictions for a meter; its operator does.",
            "Appoint a member, or an organisation for all its members; each needs the role predictor besides."
        })
final class MeterPredictorCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The meter's id.")
    private String id = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    private static final class Choice {

        @Option(names = "--appoint", paramLabel = "MEMBER", description = "Let it state predictions from now on.")
        private String appointed = "";

        @Option(names = "--dismiss", paramLabel = "MEMBER", description = "Let it state no more; what it stated stays.")
        private String dismissed = "";
    }

    @Override
    String state(LedgerStatement statement) {
        MeterId meter = Meters.id(id);
        if (choice.appointed.isEmpty()) {
            MemberId dismissed = LedgerStatement.member(choice.dismissed);
            long block = statement.make(new DismissPredictor(meter, dismissed));
            return "%s states no more predictions for meter %s since block %d.".formatted(dismissed, meter, block);
        }
        MemberId appointed = LedgerStatement.member(choice.appointed);
        Member member = Members.required(appointed, statement.view());
        long block = statement.make(new AppointPredictor(meter, appointed));
        if (!member.has(Role.PREDICTOR) && !member.isOrganisation()) {
            note("'%s' does not have the role predictor yet; a registrar grants it.".formatted(appointed));
        }
        return "%s may state predictions for meter %s since block %d.".formatted(appointed, meter, block);
    }
}
