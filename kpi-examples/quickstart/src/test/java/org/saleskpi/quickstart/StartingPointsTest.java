package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Whoever opens the Javadoc at any public type of the core finds an example, there or one step on, and since when it is there. */
class StartingPointsTest {

    private static final Path CORE = Path.of("../../kpi-core/src/main/java");

    /** The packages that the core exports, as folders. */
    private static final List<Path> EXPORTED = Snippets.read(CORE.resolve("module-info.java"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("exports "))
            .map(line -> CORE.resolve(
                    line.substring("exports ".length(), line.length() - 1).replace('.', '/')))
            .toList();

    /**
     * A public type and its Javadoc.
     *
     * @param name such as {@code Call} or {@code Call.Outcome}
     * @param seen the types that its Javadoc sends readers to, by {@code @see}
     * @param since the version that it has been there since; empty if that is not told
     */
    private record Documented(String name, boolean hasExample, List<String> seen, String since) {

        boolean isNested() {
            return name.contains(".");
        }
    }

    @Test
    void everyTypeHasAnExampleOrSeesOneThatHas() throws IOException {
        List<Documented> types = publicTypes();
        Map<String, Documented> byName =
                types.stream().collect(Collectors.toMap(Documented::name, Function.identity()));

        assertThat(types.stream()
                        // A nested type is on the way from the one around it.
                        .filter(type -> !type.isNested())
                        .filter(type -> !type.hasExample())
                        .filter(type -> type.seen().stream()
                                .noneMatch(seen -> byName.containsKey(seen)
                                        && byName.get(seen).hasExample())))
                .extracting(Documented::name)
                .as("types with neither <pre>{@code …}</pre> nor an @see of a type that has one")
                .isEmpty();
    }

    @Test
    void everyTypeTellsSinceWhen() throws IOException {
        assertThat(publicTypes())
                .hasSizeGreaterThan(100)
                .filteredOn(type -> !type.since().matches("\\d+\\.\\d+\\.\\d+"))
                .extracting(Documented::name)
                .as("types without an @since of a version")
                .isEmpty();
    }

    private static List<Documented> publicTypes() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Documented> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<Path> sources = Snippets.javaFiles(CORE).stream()
                    .filter(source -> EXPORTED.contains(source.getParent()))
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            Types types = new Types(DocTrees.instance(task), found);
            for (CompilationUnitTree source : task.parse()) {
                types.scan(source, null);
            }
        }
        return found;
    }

    /** Collects the public types of sources that are read only, not compiled: names in them are as they are written. */
    private static final class Types extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final List<Documented> found;

        Types(DocTrees docs, List<Documented> found) {
            this.docs = docs;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            TreePath path = getCurrentPath();
            if (!type.getModifiers().getFlags().contains(Modifier.PUBLIC) && !isInInterface(path)) {
                return null;
            }
            found.add(documented(name(path), docs.getDocCommentTree(path)));
            return super.visitClass(type, null);
        }

        private static boolean isInInterface(TreePath path) {
            return path.getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
        }

        private static String name(TreePath path) {
            String name = ((ClassTree) path.getLeaf()).getSimpleName().toString();
            return path.getParentPath().getLeaf() instanceof ClassTree ? name(path.getParentPath()) + "." + name : name;
        }

        private static Documented documented(String name, DocCommentTree doc) {
            List<? extends DocTree> tags = doc == null ? List.of() : doc.getBlockTags();
            return new Documented(
                    name,
                    doc != null && doc.getFullBody().toString().contains("<pre>"),
                    tags.stream()
                            .filter(SeeTree.class::isInstance)
                            .flatMap(tag -> ((SeeTree) tag).getReference().stream())
                            .filter(ReferenceTree.class::isInstance)
                            .map(reference -> ((ReferenceTree) reference).getSignature())
                            .map(signature -> signature.replaceFirst("#.*", "").replaceFirst("^([a-z]+\\.)+", ""))
                            .toList(),
                    tags.stream()
                            .filter(SinceTree.class::isInstance)
                            .map(tag -> ((SinceTree) tag).getBody().toString())
                            .findFirst()
                            .orElse(""));
        }
    }
}
