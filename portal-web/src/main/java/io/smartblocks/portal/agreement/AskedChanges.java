package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/** The changes that were asked for in a text, in words. */
@Component
class AskedChanges {

    /** One change, with who asked for it and when. */
    record Asked(String who, String words) {}

    private final ChangeRequests requests;
    private final Names names;
    private final Words say;

    AskedChanges(ChangeRequests requests, Names names, Words say) {
        this.requests = requests;
        this.names = names;
        this.say = say;
    }

    /** Those that nobody has answered yet. */
    List<Asked> open(AgreementRecord agreement) {
        return requests.open(agreement).stream()
                .map(request -> new Asked(
                        say.message(
                                "change.asked",
                                names.of(request.organisation()),
                                request.person(),
                                say.day(say.dayOf(request.madeAt()))),
                        request.words()))
                .toList();
    }
}
