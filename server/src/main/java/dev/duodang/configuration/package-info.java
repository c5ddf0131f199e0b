/** What an operator may set: one typed record, and the refusal of keys that nobody reads. */
@NullMarked
package dev.duodang.configuration;

import org.jspecify.annotations.NullMarked;
