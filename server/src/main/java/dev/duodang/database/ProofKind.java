package dev.duodang.database;

/** What somebody without a tenant yet may identify himself by. */
public enum ProofKind {
  USERNAME,
  SESSION,
  API_KEY;

  String setting() {
    return switch (this) {
      case USERNAME -> "username";
      case SESSION -> "session";
      case API_KEY -> "api_key";
    };
  }
}
