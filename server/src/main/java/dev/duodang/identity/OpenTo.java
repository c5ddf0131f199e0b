package dev.duodang.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that needs no permission. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
  Whom value();

  /** Who may call. */
  enum Whom {
    EVERYBODY,
    SIGNED_IN
  }
}
