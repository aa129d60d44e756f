package de.stadtforum.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What the sources say of a type, its components and its methods: the `///` comments, so that nothing is said twice.
final class OpenApiComments {
    /// @param text all but the tags
    /// @param parameters what is said of each parameter or component
    record Comment(String text, SortedMap<String, String> parameters) {
        static final Comment NONE = new Comment("", new TreeMap<>());
    }

    private static final String PACKAGE = "package-info";
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@");
    private static final Pattern PARAMETER = Pattern.compile("param\\s+(\\w+)\\s+(.*)");
    private static final Pattern LINK =
            Pattern.compile("\\[(?:[a-z]\\w*\\.)*([A-Z][\\w.]*(?:#\\w+)?)](?!\\()");

    private final List<Path> roots;
    private final SortedMap<String, SortedMap<String, Comment>> files = new TreeMap<>();

    /// @param roots folders of sources, in which a type's file lies by its package
    OpenApiComments(List<Path> roots) {
        this.roots = roots;
    }

    Comment of(Class<?> type) {
        return file(outermost(type)).getOrDefault(path(type), Comment.NONE);
    }

    Comment of(Method method) {
        var type = method.getDeclaringClass();
        return file(outermost(type))
                .getOrDefault(path(type) + "#" + method.getName(), Comment.NONE);
    }

    Comment ofPackage(String name) {
        return file(name + "." + PACKAGE).getOrDefault(PACKAGE, Comment.NONE);
    }

    private static String outermost(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) outer = outer.getEnclosingClass();
        return outer.getName();
    }

    private static String path(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private SortedMap<String, Comment> file(String type) {
        return files.computeIfAbsent(
                type,
                _ ->
                        roots.stream()
                                .map(root -> root.resolve(type.replace('.', '/') + ".java"))
                                .filter(Files::exists)
                                .findFirst()
                                .map(OpenApiComments::read)
                                .orElseGet(TreeMap::new));
    }

    private static SortedMap<String, Comment> read(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null, files, null, null, null, files.getJavaFileObjects(file));
            var found = new TreeMap<String, Comment>();
            for (var unit : task.parse()) new Reader(DocTrees.instance(task), found).scan(unit, "");
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Goes through a file with the path of the type it is in.
    private static final class Reader extends TreePathScanner<@Nullable Void, String> {
        private final DocTrees trees;
        private final SortedMap<String, Comment> found;

        Reader(DocTrees trees, SortedMap<String, Comment> found) {
            this.trees = trees;
            this.found = found;
        }

        @Override
        public @Nullable Void visitCompilationUnit(CompilationUnitTree unit, String in) {
            return super.visitCompilationUnit(unit, in);
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, String in) {
            keep(PACKAGE, tree);
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, String in) {
            var path =
                    in.isEmpty()
                            ? tree.getSimpleName().toString()
                            : in + "." + tree.getSimpleName();
            keep(path, tree);
            return super.visitClass(tree, path);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, String in) {
            keep(in + "#" + tree.getName(), tree);
            return null;
        }

        private void keep(String key, Tree tree) {
            var path = new TreePath(getCurrentPath().getParentPath(), tree);
            var text = trees.getDocComment(path);
            if (text != null) found.putIfAbsent(key, comment(text));
        }
    }

    private static Comment comment(String raw) {
        var parts = TAG.split(raw);
        var parameters = new TreeMap<String, String>();
        for (var part : List.of(parts).subList(1, parts.length)) {
            var parameter = PARAMETER.matcher(plain(part));
            if (parameter.matches()) parameters.put(parameter.group(1), parameter.group(2));
        }
        return new Comment(plain(parts[0]), parameters);
    }

    /// In one line, with the names of types instead of links to them.
    private static String plain(String text) {
        return LINK.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("`$1`");
    }
}
