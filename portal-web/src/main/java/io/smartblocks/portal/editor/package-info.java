/** The page on which a lawyer writes an agreement, and the answers that it asks for while he does. */
@NullMarked
package io.smartblocks.portal.editor;

import org.jspecify.annotations.NullMarked;
