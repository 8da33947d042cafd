package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.Member;

/** A member; stands under {@code member/<id>}. */
public record MemberState(Member member) implements State {}
