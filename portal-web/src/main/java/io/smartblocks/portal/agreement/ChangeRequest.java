package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import java.time.Instant;

/** What somebody asks to be changed in a proposed text before it is signed. */
public record ChangeRequest(MemberId organisation, String person, String words, Instant madeAt) {}
