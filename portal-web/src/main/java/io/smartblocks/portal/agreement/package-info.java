/** Agreements: the list, one agreement, templates and forms, proposing and signing. */
@NullMarked
package io.smartblocks.portal.agreement;

import org.jspecify.annotations.NullMarked;
