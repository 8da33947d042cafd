/** Templates: the gallery, and forms made from their parameters that lead to a proposed agreement. */
@NullMarked
package io.smartblocks.portal.template;

import org.jspecify.annotations.NullMarked;
