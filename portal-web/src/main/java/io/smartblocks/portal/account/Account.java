package io.smartblocks.portal.account;

import java.util.Optional;

/** A person who may sign in: for which organisation, and as which member of the ledger it signs. */
public record Account(String login, String name, Role role, Optional<String> organisation, Optional<String> member) {}
