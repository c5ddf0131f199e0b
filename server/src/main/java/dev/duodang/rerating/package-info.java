/**
 * The past priced again after a book was corrected: first what that would change and for whom,
 * then, when somebody says so, the change itself, which can be stopped and gone on with.
 */
@NullMarked
package dev.duodang.rerating;

import org.jspecify.annotations.NullMarked;
