/** Administration: accounts of people, and work of the machine that waits or failed; each act for a reason. */
@NullMarked
package io.smartblocks.portal.admin;

import org.jspecify.annotations.NullMarked;
