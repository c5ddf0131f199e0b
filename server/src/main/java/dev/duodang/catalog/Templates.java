package dev.duodang.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates that ship: books, services, a company to show them with. */
@Component
public final class Templates {

  private static final String FOLDER = "classpath:templates/";
  private static final String HOME_APPLIANCE = "home-appliance";

  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();
  private final JsonMapper mapper = new JsonMapper();

  /**
   * A company on a template.
   *
   * @param records further master records by their kind, in the order in which they are taken
   */
  public record Company(
      String id,
      String name,
      String description,
      String company,
      String zone,
      String currency,
      List<String> services,
      List<Preset> presets,
      List<Counterparties.Entry> counterparties,
      Map<String, JsonNode> records,
      List<PersonEntry> people) {

    public Company {
      services = List.copyOf(services);
      presets = List.copyOf(presets);
      counterparties = List.copyOf(counterparties);
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
      people = List.copyOf(people);
    }
  }

  /** A kind of order that a desk picks; it fills facts and forces nothing. */
  public record Preset(String id, String name, String service, JsonNode facts) {}

  /** Somebody to sign in as. */
  public record PersonEntry(
      String username,
      String name,
      String role,
      String scope,
      List<String> of,
      @Nullable String quoteLimit,
      String description) {}

  /** Home appliances: installation, repair, advice, returns. */
  public Company homeAppliance() {
    try (InputStream json =
        resources.getResource(FOLDER + HOME_APPLIANCE + "/company.json").getInputStream()) {
      return mapper.readValue(json, Company.class);
    } catch (IOException e) {
      throw new IllegalStateException("a template that ships cannot be read", e);
    }
  }

  /** The sources of the template's books, in a fixed order. */
  public List<String> homeApplianceBooks() {
    try {
      Resource[] books = resources.getResources(FOLDER + HOME_APPLIANCE + "/books/*.yaml");
      return Arrays.stream(books)
          .sorted(Comparator.comparing(book -> String.valueOf(book.getFilename())))
          .map(Templates::text)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("a template that ships cannot be read", e);
    }
  }

  private static String text(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a template that ships cannot be read", e);
    }
  }
}
