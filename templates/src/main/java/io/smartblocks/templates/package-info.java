/** The agreement templates that come with the product, each with answers, a filled sample and a worked example. */
@NullMarked
package io.smartblocks.templates;

import org.jspecify.annotations.NullMarked;
