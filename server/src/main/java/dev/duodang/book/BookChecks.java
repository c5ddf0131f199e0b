package dev.duodang.book;

import dev.duodang.pricing.book.PriceBook;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for what a book should not have: tiers that tie, orders without a price. */
@Component
public final class BookChecks {

  BookChecks() {}

  /** What the checks of a book find; errors first. */
  public List<Finding> findings(PriceBook book) {
    return List.of();
  }
}
