/** The language server: what editors such as VS Code ask about agreements, over standard input and output. */
@NullMarked
package io.smartblocks.portal.lsp;

import org.jspecify.annotations.NullMarked;
