/**
 * Reference cases of tiered pricing in their published format: each is turned into the core's
 * charge models, and what they give is compared with what its source states.
 */
@NullMarked
package dev.duodang.cli.cases;

import org.jspecify.annotations.NullMarked;
