using System.Diagnostics;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>What the JVM's verifier says of a DEX that enjarify has turned into class files.</summary>
internal static class JvmVerdicts
{
    public const string Fine = "ok";

    private const string Loader = """
        import java.net.*; import java.nio.file.*; import java.util.*; import java.util.jar.*;
        public class Loader {
          public static void main(String[] arguments) throws Exception {
            URL[] jars = { Path.of(arguments[0]).toUri().toURL() };
            try (JarFile jar = new JarFile(arguments[0]); URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
              for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.getName().endsWith(".class")) continue;
                String name = entry.getName().substring(0, entry.getName().length() - 6);
                String verdict = "ok";
                try { Class.forName(name.replace('/', '.'), true, loader); } catch (Throwable refusal) { verdict = refusal.getClass().getSimpleName(); }
                System.out.println("L" + name + "; " + verdict);
              }
            }
          }
        }
        """;

    /// <summary>Verdict by type descriptor: <see cref="Fine"/>, or the name of the error. What enjarify could not translate is missing.</summary>
    public static IReadOnlyDictionary<string, string> Of(byte[] dex)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-jvm");
        try
        {
            var (input, jar, loader) = (Path.Combine(folder.FullName, "in.dex"), Path.Combine(folder.FullName, "out.jar"), Path.Combine(folder.FullName, "Loader.java"));
            File.WriteAllBytes(input, dex);
            File.WriteAllText(loader, Loader);
            Run("enjarify", "-f", "-o", jar, input);
            return Run("java", "-Xverify:all", loader, jar).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // enjarify's wrapper takes the first python3 of the path, which need not be Debian's.
    private static string Run(string tool, params string[] arguments) =>
        ExternalTool.Run(new ProcessStartInfo(tool, arguments) { Environment = { ["PYTHON"] = "/usr/bin/python3" } }).Well().Output;
}
