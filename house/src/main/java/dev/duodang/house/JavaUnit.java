package dev.duodang.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A Java file as the compiler's parser reads it; names are not resolved. */
record JavaUnit(SourceFile file, CompilationUnitTree tree, SourcePositions positions) {

  /** What the parser has to say about a file, the compiler says in the same build. */
  private static final DiagnosticListener<JavaFileObject> NO_MESSAGES = message -> {};

  int line(Tree node) {
    return lineAt(positions.getStartPosition(tree, node));
  }

  int lastLine(Tree node) {
    return lineAt(positions.getEndPosition(tree, node));
  }

  Finding finding(Tree node, String message) {
    return file.finding(line(node), message);
  }

  private int lineAt(long position) {
    return Math.toIntExact(tree.getLineMap().getLineNumber(position));
  }

  static List<JavaUnit> parse(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Text> texts = files.stream().map(Text::new).toList();
    JavacTask task = (JavacTask) compiler.getTask(null, null, NO_MESSAGES, null, null, texts);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Map<URI, SourceFile> byUri =
        texts.stream()
            .collect(Collectors.toMap(Text::toUri, text -> text.file, (one, same) -> one));
    List<JavaUnit> units = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        URI uri = unit.getSourceFile().toUri();
        units.add(new JavaUnit(Objects.requireNonNull(byUri.get(uri)), unit, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(units);
  }

  /** A file's text as the compiler wants to be given it. */
  private static final class Text extends SimpleJavaFileObject {
    private final SourceFile file;

    Text(SourceFile file) {
      super(URI.create("checkout:///" + file.path()), JavaFileObject.Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }
}
