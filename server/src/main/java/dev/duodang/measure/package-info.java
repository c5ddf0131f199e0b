/** What is reported of counterparties beside orders, such as their satisfaction, for rebates. */
@NullMarked
package dev.duodang.measure;

import org.jspecify.annotations.NullMarked;
