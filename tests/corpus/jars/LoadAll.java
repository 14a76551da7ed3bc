import java.lang.reflect.Method;
import java.util.*;
import java.util.zip.*;

/**
 * Links every class of a jar, which verifies its code, and tells for each whether that worked. Asking for the methods makes
 * the virtual machine link a class without running its initialiser. Usage: jar
 */
public final class LoadAll {
    public static void main(String[] args) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(args[0])) {
            for (ZipEntry e : Collections.list(zip.entries()))
                if (e.getName().endsWith(".class") && !e.getName().startsWith("META-INF/") && !e.getName().endsWith("module-info.class"))
                    names.add(e.getName().substring(0, e.getName().length() - 6).replace('/', '.'));
        }
        Collections.sort(names);
        int methods = 0;
        for (String name : names) {
            String outcome;
            try {
                Class<?> c = Class.forName(name, false, LoadAll.class.getClassLoader());
                Method[] declared = c.getDeclaredMethods();
                methods += declared.length;
                outcome = "ok";
            } catch (Throwable t) {
                outcome = t.getClass().getSimpleName() + " " + String.valueOf(t.getMessage()).split("\n")[0];
            }
            System.out.println(name + "\t" + outcome);
        }
        System.out.println("methods\t" + methods);
    }
}
