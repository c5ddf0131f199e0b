package dev.duodang.pricing.proof;

/** What a finding means for publishing. */
public enum Severity {
  /** The book is not published, unless it is a gap that a named person accepts. */
  ERROR,
  /** The book can be published as it is. */
  WARNING
}
