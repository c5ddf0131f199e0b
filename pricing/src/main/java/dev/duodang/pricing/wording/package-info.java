/**
 * Explanations and holds as sentences, in Chinese and English. Nothing is computed here; the data
 * says what there is to say.
 */
@NullMarked
package dev.duodang.pricing.wording;

import org.jspecify.annotations.NullMarked;
