using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring;

/// <summary>
/// Rewrites class files so that they need only what the Android runtime has at the lowest API level: lambdas and method references,
/// dynamic string concatenation, nest mates, records, and newer library methods become plain classes and calls. Instructions are
/// replaced one for one, so that positions, handlers and line tables stay as they are.
/// </summary>
internal static class Desugarer
{
    /// <summary>Desugars classes with distinct names, sorted by name; does not change them.</summary>
    public static DesugaredClasses Apply(IReadOnlyList<JavaClass> classes, DexOptions options)
    {
        var index = new ClassIndex(classes, options.Library);
        var plan = AccessPlan.For(classes, index);
        var hosts = new HostClass[classes.Count];
        Parallel.For(0, classes.Count, i =>
        {
            hosts[i] = new HostClass(classes[i], index, plan, options);
            try
            {
                new ClassDesugarer(hosts[i]).Run();
            }
            catch (MalformedInputException e)
            {
                hosts[i].Diagnostics.Add(new(DexDiagnosticKind.MalformedCode, e.Entry ?? classes[i].Name, $"{e.Reason}."));
            }
        });
        return new(
            [.. hosts.SelectMany(h => h.Synthetic.Prepend(h.Result))],
            [.. hosts.SelectMany(h => h.Diagnostics)]);
    }
}

/// <summary>The result of desugaring.</summary>
/// <param name="Classes">Classes, ordered by the name of the host; synthetic classes follow their host.</param>
/// <param name="Diagnostics">Reasons why classes cannot be desugared.</param>
internal sealed record DesugaredClasses(JavaClass[] Classes, IReadOnlyList<DexDiagnostic> Diagnostics);
