package dev.duodang.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of each property whether it may be missing: those of a record that are not {@code @Nullable}
 * are required, the others may be null. No two records have one name in the document.
 */
@Component
class RecordSchemas implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  /**
   * Of the whole process, as is springdoc's list of converters: the last server's replaces others.
   */
  private static final Map<String, Class<?>> RECORDS = new ConcurrentHashMap<>();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    JavaType java = Json.mapper().constructType(type.getType());
    if (schema != null && schema.get$ref() != null && java.getRawClass().isRecord()) {
      String name = schema.get$ref().substring(REFERENCE.length());
      Class<?> other = RECORDS.putIfAbsent(name, java.getRawClass());
      if (other != null && !other.equals(java.getRawClass())) {
        throw new IllegalStateException(
            "%s and %s have one name in the document".formatted(other, java.getRawClass()));
      }
    }
    return schema;
  }

  /** Completes the schemas of a whole document. */
  void complete(OpenAPI document) {
    document
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              Class<?> type = RECORDS.get(name);
              if (type != null) {
                complete(schema, type);
              }
            });
  }

  private static void complete(Schema<?> schema, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Schema<?> property =
          schema.getProperties() == null ? null : schema.getProperties().get(component.getName());
      if (property == null) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        schema.getProperties().put(component.getName(), nullable(property));
      } else if (schema.getRequired() == null
          || !schema.getRequired().contains(component.getName())) {
        schema.addRequiredItem(component.getName());
      }
    }
  }

  private static Schema<?> nullable(Schema<?> property) {
    if (property.get$ref() != null) {
      Schema<Object> either = new Schema<>();
      Schema<Object> none = new Schema<>();
      none.addType("null");
      either.setOneOf(List.of(new Schema<>().$ref(property.get$ref()), none));
      return either;
    }
    if (property.getTypes() != null) {
      property.addType("null");
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        addNull(property);
      }
    }
    return property;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void addNull(Schema<?> property) {
    List values = new java.util.ArrayList<>(property.getEnum());
    values.add(null);
    ((Schema) property).setEnum(values);
  }
}
