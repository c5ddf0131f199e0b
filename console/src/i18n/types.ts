/** The names in braces of a message: NamesIn<"{count} orders of {total}"> = "count" | "total". */
export type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** A catalogue in another language: the same keys, every one of them. */
export type Translated<Catalogue> = { readonly [Key in keyof Catalogue]: string };
