/**
 * The house rules: each reads the whole checkout and names every place that breaks it, with what to
 * write instead. The build fails on the first finding.
 */
@NullMarked
package dev.duodang.house;

import org.jspecify.annotations.NullMarked;
