/** Price books of each tenant in versions: kept, checked, published, and ready to rate with. */
@NullMarked
package dev.duodang.book;

import org.jspecify.annotations.NullMarked;
