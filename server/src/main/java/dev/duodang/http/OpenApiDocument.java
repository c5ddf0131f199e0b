package dev.duodang.http;

import dev.duodang.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the OpenAPI document says beside the addresses themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(JsonNode.class, new ObjectSchema().additionalProperties(true))
        .replaceWithSchema(ObjectNode.class, new ObjectSchema().additionalProperties(true))
        .replaceWithSchema(SseEmitter.class, new StringSchema());
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Duodang")
                .version("v1")
                .description("Multi-tier settlement of service work orders"))
        .servers(List.of(new Server().url("/")))
        .addSecurityItem(new SecurityRequirement().addList("session"))
        .addSecurityItem(new SecurityRequirement().addList("key"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "session",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("DUODANG_SESSION"))
                .addSecuritySchemes(
                    "key", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  /** Every address may answer with a problem. */
  @Bean
  OpenApiCustomizer problems(RecordSchemas records) {
    return document -> {
      ModelConverters.getInstance(true)
          .readAll(Problem.class)
          .forEach(document.getComponents()::addSchemas);
      ApiResponse problem =
          new ApiResponse()
              .description("A problem")
              .content(
                  new Content()
                      .addMediaType(
                          Problem.MEDIA_TYPE,
                          new MediaType()
                              .schema(new Schema<>().$ref("#/components/schemas/Problem"))));
      document
          .getPaths()
          .values()
          .forEach(
              path ->
                  path.readOperations()
                      .forEach(
                          operation ->
                              operation.getResponses().addApiResponse("default", problem)));
      records.complete(document);
      bodies(document.getPaths());
      statuses(document.getPaths());
    };
  }

  /** Bodies that are read as they come, because their rows or lines are told one by one. */
  private static void bodies(Paths paths) {
    Schema<?> order = new ObjectSchema().additionalProperties(true);
    order.setDescription("An order as facts, or a decision about one; unknown fields are refused");
    Schema<?> orders = new Schema<>();
    orders.setOneOf(List.of(order, new ArraySchema().items(order)));
    body(paths, "/api/v1/orders", orders, "application/json");
    Schema<?> book = new StringSchema();
    book.setDescription("A price book as text");
    body(paths, "/api/v1/books/check", book, "application/yaml", "application/json", "text/plain");
    body(
        paths,
        "/api/v1/imports",
        new StringSchema().format("binary"),
        "text/csv",
        "application/x-ndjson",
        SHEET);
    Schema<?> record = new ObjectSchema().additionalProperties(true);
    record.setDescription("A master record; fields that are not stated stay as they were");
    Schema<?> records = new Schema<>();
    records.setOneOf(List.of(record, new ArraySchema().items(record)));
    body(paths, "/api/v1/records/{kind}", records, "application/json");
    body(
        paths,
        "/api/v1/records/{kind}/file",
        new StringSchema().format("binary"),
        "text/csv",
        SHEET);
  }

  /** Where another status than 200 tells that it went well. */
  private static void statuses(Paths paths) {
    status(paths, "/api/v1/books/{id}/versions", PathItem.HttpMethod.POST, "201");
    status(paths, "/api/v1/imports", PathItem.HttpMethod.POST, "202");
    status(paths, "/api/v1/session", PathItem.HttpMethod.DELETE, "204");
  }

  private static void status(Paths paths, String path, PathItem.HttpMethod method, String status) {
    PathItem item = Objects.requireNonNull(paths.get(path), path);
    ApiResponses responses =
        Objects.requireNonNull(item.readOperationsMap().get(method), path).getResponses();
    responses.addApiResponse(status, responses.remove("200"));
  }

  private static void body(Paths paths, String path, Schema<?> schema, String... types) {
    Content content = new Content();
    for (String type : types) {
      content.addMediaType(type, new MediaType().schema(schema));
    }
    Objects.requireNonNull(paths.get(path), path)
        .getPost()
        .setRequestBody(new RequestBody().required(true).content(content));
  }
}
