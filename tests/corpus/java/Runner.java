import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/** Runs the main methods of the named classes one after the other and prints how each ends. */
public class Runner {
    public static void main(String[] names) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        System.setOut(out);
        for (String name : names) {
            out.println("== " + name);
            try {
                Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } catch (InvocationTargetException e) {
                out.println("threw " + e.getCause());
                e.getCause().printStackTrace();
            } catch (LinkageError e) {
                out.println("does not link: " + e);
            }
        }
        out.flush();
    }
}
