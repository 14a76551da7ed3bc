import java.io.*;
import java.util.*;
import java.util.zip.*;
import jdk.internal.org.objectweb.asm.*;

/**
 * Raises the version of class files that use interface methods with code from 49 to 52. The DEX to class file converter of
 * Debian writes version 49 only, where such methods are errors; version 52 needs stack maps, which are computed here.
 * Usage: in.jar out.jar
 */
public final class UpgradeInterfaces {
    private static final Map<String, byte[]> classes = new TreeMap<>();
    private static final Map<String, Shape> shapes = new HashMap<>();

    private static final class Shape {
        final boolean isInterface; final String superName;
        Shape(boolean isInterface, String superName) { this.isInterface = isInterface; this.superName = superName; }
    }

    public static void main(String[] args) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(new FileInputStream(args[0])))) {
            for (ZipEntry e; (e = in.getNextEntry()) != null; )
                if (e.getName().endsWith(".class")) classes.put(e.getName().substring(0, e.getName().length() - 6), in.readAllBytes());
        }
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(new FileOutputStream(args[1])))) {
            out.setLevel(1);
            for (Map.Entry<String, byte[]> c : classes.entrySet()) {
                out.putNextEntry(new ZipEntry(c.getKey() + ".class"));
                out.write(usesBodies(c.getValue()) ? upgraded(c.getValue()) : c.getValue());
            }
        }
    }

    private static Shape shape(String name) {
        return shapes.computeIfAbsent(name, n -> {
            byte[] bytes = classes.get(n);
            try (InputStream in = bytes != null ? new ByteArrayInputStream(bytes) : ClassLoader.getSystemResourceAsStream(n + ".class")) {
                if (in == null) return new Shape(false, n.equals("java/lang/Object") ? null : "java/lang/Object");
                ClassReader r = new ClassReader(in.readAllBytes());
                return new Shape((r.getAccess() & Opcodes.ACC_INTERFACE) != 0, r.getSuperName());
            } catch (IOException e) { throw new UncheckedIOException(e); }
        });
    }

    private static boolean usesBodies(byte[] bytes) {
        boolean[] found = {false};
        new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM8) {
            boolean isInterface;
            @Override public void visit(int v, int access, String n, String s, String p, String[] i) { isInterface = (access & Opcodes.ACC_INTERFACE) != 0; }
            @Override public MethodVisitor visitMethod(int access, String n, String d, String s, String[] e) {
                if (isInterface && (access & Opcodes.ACC_ABSTRACT) == 0 && !n.equals("<clinit>")) found[0] = true;
                return new MethodVisitor(Opcodes.ASM8) {
                    @Override public void visitMethodInsn(int op, String owner, String name, String desc, boolean itf) {
                        if (isBodyCall(op, owner)) found[0] = true;
                    }
                };
            }
        }, 0);
        return found[0];
    }

    private static boolean isBodyCall(int op, String owner) {
        return (op == Opcodes.INVOKESTATIC || op == Opcodes.INVOKESPECIAL) && !owner.startsWith("[") && shape(owner).isInterface;
    }

    private static byte[] upgraded(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override protected String getCommonSuperClass(String a, String b) { return common(a, b); }
        };
        reader.accept(new ClassVisitor(Opcodes.ASM8, writer) {
            @Override public void visit(int v, int access, String n, String s, String p, String[] i) { super.visit(52, access, n, s, p, i); }
            @Override public MethodVisitor visitMethod(int access, String n, String d, String s, String[] e) {
                return new MethodVisitor(Opcodes.ASM8, super.visitMethod(access, n, d, s, e)) {
                    @Override public void visitMethodInsn(int op, String owner, String name, String desc, boolean itf) {
                        super.visitMethodInsn(op, owner, name, desc, itf || isBodyCall(op, owner));
                    }
                };
            }
        }, 0);
        return writer.toByteArray();
    }

    private static String common(String a, String b) {
        if (shape(a).isInterface || shape(b).isInterface) return "java/lang/Object";
        Set<String> above = new HashSet<>();
        for (String at = a; at != null; at = shape(at).superName) above.add(at);
        for (String at = b; at != null; at = shape(at).superName) if (above.contains(at)) return at;
        return "java/lang/Object";
    }
}
