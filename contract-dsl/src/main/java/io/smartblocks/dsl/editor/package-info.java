/** What an editor asks while somebody writes an agreement: faults, completions, explanations, uses, layout. */
@NullMarked
package io.smartblocks.dsl.editor;

import org.jspecify.annotations.NullMarked;
