package dev.duodang.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.BookText;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBookTest {

  @Test
  void theHeadIsAllOfABookButItsTiers() throws ReflectiveOperationException {
    PriceBook book = BookText.file("templates/home-appliance/books/home-service.yaml");
    List<Object> all = new ArrayList<>();
    for (RecordComponent part : PriceBook.class.getRecordComponents()) {
      if (!part.getName().equals("tiers")) {
        all.add(part.getAccessor().invoke(book));
      }
    }
    assertThat(book.head()).isEqualTo(all);
  }
}
