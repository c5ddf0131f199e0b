package dev.duodang.pricing.expression;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.PriceBook;
import java.time.ZoneId;
import java.util.List;

/**
 * What a book adds to the facts that every order has a place for.
 *
 * @param zone in which times of day and days are read
 */
public record Vocabulary(
    ZoneId zone, List<AttributeDeclaration> attributes, List<MeasureDeclaration> measures) {

  public Vocabulary {
    attributes = List.copyOf(attributes);
    measures = List.copyOf(measures);
  }

  public static Vocabulary of(PriceBook book) {
    return new Vocabulary(book.zone(), book.attributes(), book.measures());
  }
}
