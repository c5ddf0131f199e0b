package dev.duodang.bench.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All readers under test, with the books and orders that ship as what they damage. */
record Codecs(
    BookCodec book, OrderCodec json, OrderCodec ndjson, OrderCodec csv, WorkbookCodec workbook) {

  private static final String CSV =
      """
      orderNo,revision,status,service,quantity,parts,handlers,customer.class,address,distanceMetres,createdAt
      H1,1,OPEN,维修/空调,2,CAP-35*2;PCB*1@3,E1;E2,VIP,"上海市静安区, 1号",12400,2026-11-20 09:00
      H2,2,COMPLETED,安装,1.5,,E1*2,MEMBER,"广东""深圳""南山",500,2026-11-20T09:00:00+08:00
      H3,3,CANCELLED,咨询,,,,,,,2026/1/2
      """;
  private static final String MEASURES =
      """
      工单号;状态;服务明细;数量;item.measures.days;attributes.floor;类别;区域;报价
      H1;已完成;维修*1;;3;5;;;
      H2;;;;;;quote;;680
      """;

  /**
   * The readers.
   *
   * @param template a folder with {@code books} and {@code scenario/orders.ndjson}
   * @param folder for files that are written while reading
   */
  static Codecs of(Path template, Path folder) throws IOException {
    byte[] orders = Files.readAllBytes(template.resolve("scenario/orders.ndjson"));
    List<byte[]> lines =
        new String(orders, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList();
    return new Codecs(
        new BookCodec(books(template.resolve("books"))),
        OrderCodec.json(lines),
        OrderCodec.ndjson(List.of(first(lines, 4), first(lines, 1))),
        OrderCodec.csv(List.of(bytes(CSV), bytes(MEASURES))),
        new WorkbookCodec(folder.resolve("fuzz.xlsx")));
  }

  private static List<byte[]> books(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Codecs::read).toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unread) {
      throw new java.io.UncheckedIOException(unread);
    }
  }

  private static byte[] first(List<byte[]> lines, int count) {
    StringBuilder text = new StringBuilder();
    lines
        .subList(0, count)
        .forEach(line -> text.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
    return bytes(text.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  List<Codec> all() {
    return List.of(book, json, ndjson, csv, workbook);
  }
}
