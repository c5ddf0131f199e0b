package dev.duodang.ledger;

import static dev.duodang.problem.Fields.invalid;
import static dev.duodang.problem.Fields.parsed;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.VoucherNo;
import dev.duodang.settlement.Vouchers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a voucher is proven by. */
@RestController
class VoucherFileController {

  private static final int LONGEST_NAME = 200;

  private final VoucherFiles files;
  private final Vouchers vouchers;
  private final Clock clock;

  VoucherFileController(VoucherFiles files, Vouchers vouchers, Clock clock) {
    this.files = files;
    this.vouchers = vouchers;
    this.clock = clock;
  }

  /**
   * A file of a voucher.
   *
   * @param id the SHA-256 of its content, in hexadecimal
   * @param bytes its length
   */
  record FileView(String id, String name, String mediaType, int bytes, String by, String addedAt) {}

  @Operation(operationId = "addVoucherFile", summary = "Adds a file to a voucher")
  @PostMapping(
      value = "/api/v1/ledger/vouchers/{number}/files",
      consumes = {
        MediaType.APPLICATION_PDF_VALUE,
        MediaType.IMAGE_PNG_VALUE,
        MediaType.IMAGE_JPEG_VALUE,
        "image/webp",
        "text/plain",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      })
  @Requires(Permission.VOUCHER_POST)
  FileView add(
      Actor actor,
      @PathVariable String number,
      @RequestParam String name,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody byte[] content) {
    VoucherNo voucher = found(actor, number);
    String shown = name.strip();
    if (shown.isEmpty()
        || shown.length() > LONGEST_NAME
        || shown.chars().anyMatch(Character::isISOControl)) {
      throw invalid(
          "name", name, "it is no name of a file.", "1 to 200 characters without line breaks");
    }
    String id = sha256(content);
    files.add(
        actor.tenant(),
        voucher,
        new VoucherFiles.File(
            id,
            shown,
            type.getType() + "/" + type.getSubtype(),
            content.length,
            actor.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS)),
        content);
    return files.of(actor.tenant(), voucher).stream()
        .filter(file -> file.id().equals(id))
        .map(VoucherFileController::view)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("file " + id + " was not kept"));
  }

  @Operation(operationId = "listVoucherFiles", summary = "The files of a voucher")
  @GetMapping("/api/v1/ledger/vouchers/{number}/files")
  @Requires(Permission.LEDGER_READ)
  List<FileView> list(Actor actor, @PathVariable String number) {
    return files.of(actor.tenant(), found(actor, number)).stream()
        .map(VoucherFileController::view)
        .toList();
  }

  @Operation(operationId = "getVoucherFile", summary = "A file as it was added")
  @GetMapping("/api/v1/ledger/vouchers/{number}/files/{id}")
  @Requires(Permission.LEDGER_READ)
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.ALL_VALUE))
  ResponseEntity<byte[]> one(Actor actor, @PathVariable String number, @PathVariable String id) {
    VoucherNo voucher = found(actor, number);
    VoucherFiles.File file =
        files.of(actor.tenant(), voucher).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> nothing(number, id));
    byte[] content =
        files.content(actor.tenant(), voucher, id).orElseThrow(() -> nothing(number, id));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  private static RuntimeException nothing(String number, String id) {
    return Problem.of(ProblemCode.NOT_FOUND, "/api/v1/ledger/vouchers/" + number + "/files/" + id)
        .toException();
  }

  private VoucherNo found(Actor actor, String number) {
    VoucherNo voucher = parsed("number", number, VoucherNo::new);
    if (vouchers.find(actor.tenant(), voucher).isEmpty()) {
      throw Problem.of(ProblemCode.VOUCHER_UNKNOWN, number).toException();
    }
    return voucher;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileView view(VoucherFiles.File file) {
    return new FileView(
        file.id(), file.name(), file.mediaType(), file.bytes(), file.by(), file.at().toString());
  }
}
